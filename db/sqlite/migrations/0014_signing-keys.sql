CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`jwk` text NOT NULL,
	`made_at` integer NOT NULL
);
