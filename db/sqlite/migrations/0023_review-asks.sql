CREATE TABLE `review_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`step` text NOT NULL,
	`person_id` text NOT NULL,
	`for_id` text,
	`asked_on` text NOT NULL,
	`expires_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`for_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `asks_by_person` ON `review_asks` (`person_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `asks_by_day` ON `review_asks` (`asked_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `asked_once_a_day` ON `review_asks` (`channel_id`,`person_id`,`asked_on`);