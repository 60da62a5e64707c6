CREATE TABLE `look_alike_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`look_alike_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`look_alike_id`) REFERENCES `look_alikes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `look_alike_steps_by_report` ON `look_alike_steps` (`look_alike_id`,`at`);--> statement-breakpoint
CREATE TABLE `look_alikes` (
	`id` text PRIMARY KEY NOT NULL,
	`link` text NOT NULL,
	`link_key` text,
	`imitates_id` text,
	`words` text NOT NULL,
	`answer_to` text,
	`reported_by_id` text,
	`reported_at` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`imitates_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `look_alikes_by_link` ON `look_alikes` (`link_key`);--> statement-breakpoint
CREATE INDEX `look_alikes_by_end` ON `look_alikes` (`ended_at`,`reported_at`);