CREATE TABLE `closing_plans` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`closes_on` text NOT NULL,
	`why` text NOT NULL,
	`go_instead_id` text,
	`handle_fate` text NOT NULL,
	`last_posts` text NOT NULL,
	`pinned_words` text NOT NULL,
	`planned_by_id` text,
	`planned_at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`go_instead_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `closing_steps` (
	`channel_id` text NOT NULL,
	`step` text NOT NULL,
	`done_by_id` text,
	`done_at` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `step`),
	FOREIGN KEY (`channel_id`) REFERENCES `closing_plans`(`channel_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`done_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
