CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`licence` text DEFAULT '' NOT NULL,
	`consent` text DEFAULT '' NOT NULL,
	`seen_by` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`added_by_id` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pictures_by_hash` ON `pictures` (`hash`);--> statement-breakpoint
CREATE INDEX `pictures_by_subject` ON `pictures` (`subject_kind`,`subject_id`);