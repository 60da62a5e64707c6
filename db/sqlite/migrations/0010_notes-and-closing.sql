CREATE TABLE `closing_letters` (
	`meetup_id` text NOT NULL,
	`email` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`meetup_id`, `email`),
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `note_publications` (
	`meetup_id` text PRIMARY KEY NOT NULL,
	`published_by_id` text,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `meetup_closures` ADD `next_meetup_id` text REFERENCES meetups(id);--> statement-breakpoint
CREATE UNIQUE INDEX `lessons_topicId_unique` ON `lessons` (`topic_id`);