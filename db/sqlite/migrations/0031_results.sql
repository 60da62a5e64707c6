CREATE TABLE `channel_results` (
	`channel_id` text NOT NULL,
	`result_on` text NOT NULL,
	`words` text NOT NULL,
	`benefits` text DEFAULT '' NOT NULL,
	`circle` text NOT NULL,
	`added_by_id` text,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `result_on`),
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `channel_results` (`channel_id`, `result_on`, `words`, `circle`, `added_at`) SELECT `id`, coalesce(`latest_result_on`, date(`updated_at` / 1000, 'unixepoch')), `latest_result`, 'staff', `updated_at` FROM `channels` WHERE `latest_result` <> '';
