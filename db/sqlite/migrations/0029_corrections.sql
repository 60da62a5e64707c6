CREATE TABLE `correction_fields` (
	`correction_id` text NOT NULL,
	`field` text NOT NULL,
	`was` text NOT NULL,
	`should` text NOT NULL,
	`decision` text,
	`reason` text DEFAULT '' NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	PRIMARY KEY(`correction_id`, `field`),
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`sent_by_id` text,
	`answer_to` text,
	`closed_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_by_channel` ON `corrections` (`channel_id`);--> statement-breakpoint
CREATE INDEX `corrections_by_end` ON `corrections` (`closed_at`,`sent_at`);--> statement-breakpoint
ALTER TABLE `channel_changes` ADD `correction_id` text;