CREATE TABLE `covers` (
	`absence_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`link_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`absence_id`) REFERENCES `absences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `covers_linkId_unique` ON `covers` (`link_id`);--> statement-breakpoint
CREATE INDEX `covers_by_person` ON `covers` (`person_id`);--> statement-breakpoint
CREATE TABLE `hand_over_links` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hand_over_signatures` (
	`hand_over_id` text NOT NULL,
	`side` text NOT NULL,
	`signed_by_id` text NOT NULL,
	`signed_at` integer NOT NULL,
	`for_another` text NOT NULL,
	PRIMARY KEY(`hand_over_id`, `side`),
	FOREIGN KEY (`hand_over_id`) REFERENCES `hand_overs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`signed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hand_over_steps` (
	`hand_over_id` text NOT NULL,
	`step` text NOT NULL,
	`not_needed` text NOT NULL,
	`ticked_by_id` text NOT NULL,
	`ticked_at` integer NOT NULL,
	PRIMARY KEY(`hand_over_id`, `step`),
	FOREIGN KEY (`hand_over_id`) REFERENCES `hand_overs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ticked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`role` text NOT NULL,
	`from_id` text,
	`to_id` text NOT NULL,
	`started_by_id` text,
	`started_at` integer NOT NULL,
	`accepted_at` integer,
	`end` text,
	`ended_by_id` text,
	`ended_at` integer,
	`end_words` text DEFAULT '' NOT NULL,
	`open_key` text,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hand_overs_openKey_unique` ON `hand_overs` (`open_key`);--> statement-breakpoint
CREATE INDEX `hand_overs_by_channel` ON `hand_overs` (`channel_id`);--> statement-breakpoint
CREATE INDEX `hand_overs_to` ON `hand_overs` (`to_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `hand_overs_from` ON `hand_overs` (`from_id`,`ended_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `leaving_on` text;--> statement-breakpoint
ALTER TABLE `people` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `left_noted_by_id` text;