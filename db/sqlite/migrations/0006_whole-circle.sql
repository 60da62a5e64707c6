CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `absences_by_person` ON `absences` (`person_id`,`until_on`);--> statement-breakpoint
CREATE TABLE `arrivals` (
	`id` text PRIMARY KEY NOT NULL,
	`meetup_id` text NOT NULL,
	`rsvp_id` text,
	`person_id` text,
	`name` text NOT NULL,
	`circle` text NOT NULL,
	`unit_id` text,
	`party_size` integer NOT NULL,
	`is_first_time` integer NOT NULL,
	`arrived_at` integer NOT NULL,
	`marked_by_id` text,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rsvp_id`) REFERENCES `rsvps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `arrivals_by_person` ON `arrivals` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_arrival_per_rsvp` ON `arrivals` (`meetup_id`,`rsvp_id`);--> statement-breakpoint
CREATE TABLE `follow_links` (
	`id` text PRIMARY KEY NOT NULL,
	`follow_id` text NOT NULL,
	FOREIGN KEY (`follow_id`) REFERENCES `follows`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `follow_links_by_follow` ON `follow_links` (`follow_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text,
	`counts_in` integer,
	`held_until` integer,
	`followed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follows_by_person` ON `follows` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_follow_per_address` ON `follows` (`kind`,`subject_id`,`email`);--> statement-breakpoint
CREATE TABLE `host_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`meetup_id` text NOT NULL,
	`audience` text NOT NULL,
	`subject` text NOT NULL,
	`words` text NOT NULL,
	`letters` integer NOT NULL,
	`sent_by_id` text,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `host_letters_by_meetup` ON `host_letters` (`meetup_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`due_at` integer,
	`leased_until` integer,
	`attempts` integer NOT NULL,
	`done_at` integer,
	`last_problem` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_by_due` ON `jobs` (`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_job_per_subject` ON `jobs` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `kept_seats` (
	`meetup_id` text NOT NULL,
	`for_whom` text NOT NULL,
	`seats` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`meetup_id`, `for_whom`),
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail_refusals` (
	`email` text NOT NULL,
	`kind` text NOT NULL,
	`refused_at` integer NOT NULL,
	PRIMARY KEY(`email`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `meetup_closures` (
	`meetup_id` text PRIMARY KEY NOT NULL,
	`photos_note` text DEFAULT '' NOT NULL,
	`closed_by_id` text,
	`closed_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`circle` text NOT NULL,
	`rules` text NOT NULL,
	`except_days` text NOT NULL,
	`extra_days` text NOT NULL,
	`first_day` text,
	`start_time` text NOT NULL,
	`end_time` text NOT NULL,
	`zone` text NOT NULL,
	`cost` text NOT NULL,
	`places` integer,
	`phone` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug_unique` ON `series` (`slug`);--> statement-breakpoint
CREATE TABLE `series_hosts` (
	`series_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	PRIMARY KEY(`series_id`, `person_id`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `series_hosts_by_person` ON `series_hosts` (`person_id`);--> statement-breakpoint
CREATE TABLE `series_rests` (
	`series_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`rested_by_id` text,
	`rested_at` integer NOT NULL,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rested_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `series_venues` (
	`series_id` text NOT NULL,
	`venue_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`series_id`, `venue_id`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `spoken_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`made_by_id` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`made_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spoken_codes_personId_unique` ON `spoken_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `table_plans` (
	`meetup_id` text PRIMARY KEY NOT NULL,
	`seed` integer NOT NULL,
	`together` text NOT NULL,
	`tables` text NOT NULL,
	`made_by_id` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `topic_links` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `topic_notes` (
	`topic_id` text NOT NULL,
	`box` text NOT NULL,
	`words` text NOT NULL,
	`version` integer NOT NULL,
	`saved_by_id` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `box`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `topic_votes` (
	`topic_id` text NOT NULL,
	`person_id` text NOT NULL,
	`route` text NOT NULL,
	`entered_by_id` text,
	`voted_at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `person_id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topic_votes_by_person` ON `topic_votes` (`person_id`);--> statement-breakpoint
CREATE TABLE `topic_withdrawals` (
	`topic_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_by_id` text,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unsubscribe_links` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`kind` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `__new_topics` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text,
	`meetup_id` text,
	`position` integer,
	`title` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`kind` text,
	`minutes` integer DEFAULT 30 NOT NULL,
	`lead_id` text,
	`lead_name` text DEFAULT '' NOT NULL,
	`note_taker_id` text,
	`note_taker_name` text DEFAULT '' NOT NULL,
	`offered_by_id` text,
	`offered_by_name` text DEFAULT '' NOT NULL,
	`email` text,
	`held_until` integer,
	`route` text DEFAULT 'web' NOT NULL,
	`entered_by_id` text,
	`offered_at` integer,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`note_taker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_topics`("id", "meetup_id", "position", "title", "question", "lead_id", "lead_name") SELECT "id", "meetup_id", "position", "title", "question", "lead_id", "lead_name" FROM `topics`;--> statement-breakpoint
DROP TABLE `topics`;--> statement-breakpoint
ALTER TABLE `__new_topics` RENAME TO `topics`;--> statement-breakpoint
CREATE INDEX `topics_by_series` ON `topics` (`series_id`,`meetup_id`);--> statement-breakpoint
CREATE INDEX `topics_by_offerer` ON `topics` (`offered_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `topic_position_once` ON `topics` (`meetup_id`,`position`);--> statement-breakpoint
ALTER TABLE `lessons` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
ALTER TABLE `meetups` ADD `series_id` text REFERENCES series(id);--> statement-breakpoint
ALTER TABLE `meetups` ADD `series_start` text;--> statement-breakpoint
ALTER TABLE `meetups` ADD `edited_by_hand_at` integer;--> statement-breakpoint
ALTER TABLE `meetups` ADD `import_key` text;--> statement-breakpoint
ALTER TABLE `meetups` ADD `overbook_percent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `meetups` ADD `photos` text DEFAULT 'ask' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `meetups_importKey_unique` ON `meetups` (`import_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_meetup_per_start_of_series` ON `meetups` (`series_id`,`series_start`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `unsubscribe_url` text;--> statement-breakpoint
ALTER TABLE `rsvps` ADD `child_needs` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `rsvps` ADD `party_names` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `rsvps` ADD `is_first_time` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `rsvps` ADD `offered_until` integer;