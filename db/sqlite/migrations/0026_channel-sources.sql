CREATE TABLE `channel_sources` (
	`source` text NOT NULL,
	`key` text NOT NULL,
	`channel_id` text NOT NULL,
	`said` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`source`, `key`),
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_by_channel` ON `channel_sources` (`channel_id`);