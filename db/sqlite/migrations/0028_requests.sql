CREATE TABLE `channel_request_events` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `channel_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_events_by_request` ON `channel_request_events` (`request_id`,`at`);--> statement-breakpoint
CREATE TABLE `channel_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`channel_id` text,
	`asked_by_id` text NOT NULL,
	`opening` text,
	`reason` text NOT NULL,
	`begun_at` integer NOT NULL,
	`asked_at` integer,
	`settled_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requests_by_asker` ON `channel_requests` (`asked_by_id`,`begun_at`);--> statement-breakpoint
CREATE INDEX `requests_by_channel` ON `channel_requests` (`channel_id`);--> statement-breakpoint
CREATE INDEX `requests_waiting` ON `channel_requests` (`settled_at`,`asked_at`);