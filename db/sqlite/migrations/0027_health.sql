CREATE TABLE `channel_figures` (
	`scope_id` text NOT NULL,
	`day` text NOT NULL,
	`running` integer NOT NULL,
	`overdue` integer NOT NULL,
	`without_owner` integer NOT NULL,
	`without_deputy` integer NOT NULL,
	`on_one_person` integer NOT NULL,
	`left_behind` integer NOT NULL,
	`taken_at` integer NOT NULL,
	PRIMARY KEY(`scope_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `link_checks` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`detail` text DEFAULT '' NOT NULL,
	`since` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `link_checks_by_time` ON `link_checks` (`asked_at`);--> statement-breakpoint
CREATE INDEX `link_checks_by_outcome` ON `link_checks` (`outcome`);--> statement-breakpoint
ALTER TABLE `channels` ADD `posts_within_minutes` integer;--> statement-breakpoint
UPDATE `search_entries` SET `path` = `path` || '-' || substr(`subject_id`, -12) WHERE `kind` = 'channel' AND `path` IN ('/channels/health', '/channels/emergency');--> statement-breakpoint
UPDATE `channels` SET `slug` = `slug` || '-' || substr(`id`, -12) WHERE `slug` IN ('health', 'emergency');
