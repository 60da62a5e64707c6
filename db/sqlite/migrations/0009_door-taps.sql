CREATE TABLE `door_taps` (
	`id` text PRIMARY KEY NOT NULL,
	`meetup_id` text NOT NULL,
	`party_id` text NOT NULL,
	`party_size` integer NOT NULL,
	`after_id` text,
	`tapped_at` integer NOT NULL,
	`tapped_by_id` text,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tapped_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `door_taps_by_party` ON `door_taps` (`meetup_id`,`party_id`);--> statement-breakpoint
CREATE TABLE `walk_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`meetup_id` text NOT NULL,
	`name` text NOT NULL,
	`circle` text NOT NULL,
	`is_first_time` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `walk_ins_by_meetup` ON `walk_ins` (`meetup_id`);