CREATE TABLE `appeal_links` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_appeals` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`appealed_at` integer NOT NULL,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`decided_by_id` text,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_appeals_by_decision` ON `comment_appeals` (`decided_at`,`appealed_at`);--> statement-breakpoint
CREATE TABLE `comment_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`words` text NOT NULL,
	`answer_to` text,
	`reported_by_id` text,
	`reported_at` integer NOT NULL,
	`ended_at` integer,
	`ended_as` text,
	`ended_by_id` text,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_reports_by_comment` ON `comment_reports` (`comment_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `comment_reports_by_end` ON `comment_reports` (`ended_at`,`reported_at`);--> statement-breakpoint
CREATE TABLE `moderation_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`kind` text NOT NULL,
	`rule` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `moderation_entries_by_time` ON `moderation_entries` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `moderation_entries_by_comment` ON `moderation_entries` (`comment_id`);