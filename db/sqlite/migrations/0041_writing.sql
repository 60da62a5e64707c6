CREATE TABLE `jargon_words` (
	`term` text PRIMARY KEY NOT NULL,
	`instead` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by_id` text NOT NULL,
	FOREIGN KEY (`saved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `lesson_revisions` ADD `typed_since` integer;