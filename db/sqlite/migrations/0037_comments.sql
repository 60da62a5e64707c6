CREATE TABLE `comment_holds` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`held_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comment_links` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comment_mentions` (
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_mentions_by_person` ON `comment_mentions` (`person_id`);--> statement-breakpoint
CREATE TABLE `comment_releases` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`released_by_id` text,
	`released_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`released_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_removals` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`rule` text DEFAULT '' NOT NULL,
	`reason` text NOT NULL,
	`removed_by_id` text,
	`removed_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`removed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_tellings` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`told_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comment_withdrawals` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reply_to_id` text,
	`person_id` text,
	`guest_name` text DEFAULT '' NOT NULL,
	`guest_email` text DEFAULT '' NOT NULL,
	`hat_kind` text,
	`hat_id` text,
	`hat_name` text DEFAULT '' NOT NULL,
	`words` text NOT NULL,
	`html` text NOT NULL,
	`renderer_version` integer NOT NULL,
	`said_at` integer NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_by_subject` ON `comments` (`subject_id`,`said_at`);--> statement-breakpoint
CREATE INDEX `comments_by_person` ON `comments` (`person_id`);--> statement-breakpoint
CREATE INDEX `comments_by_guest` ON `comments` (`guest_email`);