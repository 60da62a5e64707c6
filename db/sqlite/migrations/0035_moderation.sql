CREATE TABLE `election_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`reason` text NOT NULL,
	`set_by_id` text,
	`set_at` integer NOT NULL,
	`ended_by_id` text,
	`ended_at` integer,
	`told_at` integer,
	FOREIGN KEY (`set_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `election_periods_by_end` ON `election_periods` (`ends_at`);--> statement-breakpoint
CREATE TABLE `lesson_holds` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`held_at` integer NOT NULL,
	`held_by_id` text NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lesson_holds_by_time` ON `lesson_holds` (`held_at`,`lesson_id`);