CREATE TABLE `digests` (
	`email` text PRIMARY KEY NOT NULL,
	`rhythm` text NOT NULL,
	`weekday` integer NOT NULL,
	`hour` integer NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `digests_by_due` ON `digests` (`due_at`);--> statement-breakpoint
CREATE TABLE `tellings` (
	`email` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`email`, `kind`, `subject_id`)
);
--> statement-breakpoint
ALTER TABLE `follows` ADD `hears` text DEFAULT 'at-once' NOT NULL;--> statement-breakpoint
CREATE INDEX `follows_by_address` ON `follows` (`email`);