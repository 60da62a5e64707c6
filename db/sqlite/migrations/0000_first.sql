CREATE TABLE `attendances` (
	`meetup_id` text PRIMARY KEY NOT NULL,
	`staff` integer NOT NULL,
	`partners` integer NOT NULL,
	`public` integer NOT NULL,
	`counted_by_id` text,
	`counted_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `channel_access` (
	`channel_id` text NOT NULL,
	`person_id` text NOT NULL,
	`level` text NOT NULL,
	`since` text,
	`until` text,
	PRIMARY KEY(`channel_id`, `person_id`),
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_by_person` ON `channel_access` (`person_id`);--> statement-breakpoint
CREATE TABLE `channel_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`changes` text NOT NULL,
	`changed_by_id` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changes_by_channel` ON `channel_changes` (`channel_id`,`changed_at`);--> statement-breakpoint
CREATE TABLE `channel_closures` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`closed_on` text NOT NULL,
	`why` text NOT NULL,
	`go_instead_id` text,
	`handle_fate` text NOT NULL,
	`closed_by_id` text,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`go_instead_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `channel_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`result` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`reviewed_by_id` text,
	`reviewed_on` text NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_by_channel` ON `channel_reviews` (`channel_id`,`reviewed_on`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`platform_key` text NOT NULL,
	`url` text,
	`handle` text DEFAULT '' NOT NULL,
	`link_key` text,
	`open_link_key` text,
	`platform_id` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`languages` text NOT NULL,
	`account_kind` text NOT NULL,
	`mode` text NOT NULL,
	`who_posts` text NOT NULL,
	`contacts_kept_in` text DEFAULT '' NOT NULL,
	`objective` text DEFAULT '' NOT NULL,
	`objective_kind` text DEFAULT '' NOT NULL,
	`audience` text DEFAULT '' NOT NULL,
	`measure` text DEFAULT '' NOT NULL,
	`latest_result` text DEFAULT '' NOT NULL,
	`latest_result_on` text,
	`unit_id` text NOT NULL,
	`owner_id` text,
	`deputy_id` text,
	`team_mailbox` text DEFAULT '' NOT NULL,
	`central_team_has_access` integer,
	`central_access_checked_on` text,
	`sign_in_kept_in` text NOT NULL,
	`sign_in_place` text DEFAULT '' NOT NULL,
	`recovery_is_shared` integer,
	`two_step_sign_in` text NOT NULL,
	`two_step_checked_on` text,
	`monitored_hours` text DEFAULT '' NOT NULL,
	`response_promise` text DEFAULT '' NOT NULL,
	`out_of_hours` text DEFAULT '' NOT NULL,
	`out_of_hours_phone` text DEFAULT '' NOT NULL,
	`not_for` text DEFAULT '' NOT NULL,
	`emergency_use` integer NOT NULL,
	`emergency_order` integer,
	`status` text NOT NULL,
	`opened_on` text,
	`last_reviewed_on` text,
	`review_due_on` text,
	`circle` text NOT NULL,
	`tags` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`platform_key`) REFERENCES `platforms`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_slug_unique` ON `channels` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `channels_openLinkKey_unique` ON `channels` (`open_link_key`);--> statement-breakpoint
CREATE INDEX `channels_by_name` ON `channels` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_unit` ON `channels` (`unit_id`);--> statement-breakpoint
CREATE INDEX `channels_by_platform` ON `channels` (`platform_key`);--> statement-breakpoint
CREATE INDEX `channels_by_link` ON `channels` (`link_key`);--> statement-breakpoint
CREATE INDEX `channels_by_handle` ON `channels` (`handle`);--> statement-breakpoint
CREATE INDEX `channels_by_owner` ON `channels` (`owner_id`);--> statement-breakpoint
CREATE INDEX `channels_by_deputy` ON `channels` (`deputy_id`);--> statement-breakpoint
CREATE INDEX `channels_by_review` ON `channels` (`review_due_on`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`email` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`invited_by_id` text,
	`invited_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lesson_authors` (
	`lesson_id` text NOT NULL,
	`position` integer NOT NULL,
	`person_id` text,
	`guest_name` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`lesson_id`, `position`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_by_author` ON `lesson_authors` (`person_id`);--> statement-breakpoint
CREATE TABLE `lesson_channels` (
	`lesson_id` text NOT NULL,
	`channel_id` text NOT NULL,
	PRIMARY KEY(`lesson_id`, `channel_id`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_by_channel` ON `lesson_channels` (`channel_id`);--> statement-breakpoint
CREATE TABLE `lesson_publications` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL,
	`published_by_id` text,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_by_publication` ON `lesson_publications` (`published_at`,`lesson_id`);--> statement-breakpoint
CREATE TABLE `lesson_revisions` (
	`lesson_id` text NOT NULL,
	`number` integer NOT NULL,
	`words` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by_id` text,
	PRIMARY KEY(`lesson_id`, `number`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lesson_tags` (
	`lesson_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`lesson_id`, `tag`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_by_tag` ON `lesson_tags` (`tag`);--> statement-breakpoint
CREATE TABLE `lesson_units` (
	`lesson_id` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`lesson_id`, `unit_id`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_by_unit` ON `lesson_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `lesson_withdrawals` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	`withdrawn_by_id` text,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`try_this` text DEFAULT '' NOT NULL,
	`wanted` text DEFAULT '' NOT NULL,
	`wanted_html` text DEFAULT '' NOT NULL,
	`happened` text NOT NULL,
	`happened_html` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`why_html` text DEFAULT '' NOT NULL,
	`next_time` text NOT NULL,
	`next_time_html` text NOT NULL,
	`renderer_version` integer NOT NULL,
	`worked` text NOT NULL,
	`circle` text NOT NULL,
	`meetup_id` text,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lessons_slug_unique` ON `lessons` (`slug`);--> statement-breakpoint
CREATE INDEX `lessons_by_meetup` ON `lessons` (`meetup_id`);--> statement-breakpoint
CREATE INDEX `lessons_by_creator` ON `lessons` (`created_by_id`);--> statement-breakpoint
CREATE TABLE `limits` (
	`id` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meetup_cancellations` (
	`meetup_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`cancelled_by_id` text,
	`cancelled_at` integer NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meetups` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`series_name` text DEFAULT '' NOT NULL,
	`starts_local` text NOT NULL,
	`ends_local` text NOT NULL,
	`zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`venue_id` text NOT NULL,
	`cost` text NOT NULL,
	`circle` text NOT NULL,
	`places` integer,
	`host_id` text NOT NULL,
	`second_host_id` text,
	`description` text NOT NULL,
	`description_html` text NOT NULL,
	`renderer_version` integer NOT NULL,
	`sequence` integer NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetups_slug_unique` ON `meetups` (`slug`);--> statement-breakpoint
CREATE INDEX `meetups_by_start` ON `meetups` (`starts_at`);--> statement-breakpoint
CREATE INDEX `meetups_by_host` ON `meetups` (`host_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`domains` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_unique` ON `organisations` (`slug`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`plain_text` text NOT NULL,
	`html` text NOT NULL,
	`attachments` text NOT NULL,
	`queued_at` integer NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	`gave_up_at` integer,
	`last_problem` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_by_due` ON `outbox` (`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_queue` ON `outbox` (`queued_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text DEFAULT '' NOT NULL,
	`job_title` text DEFAULT '' NOT NULL,
	`circle` text NOT NULL,
	`unit_id` text,
	`organisation_id` text,
	`ask_me_about` text DEFAULT '' NOT NULL,
	`shows_name` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_by_unit` ON `people` (`unit_id`);--> statement-breakpoint
CREATE INDEX `people_by_organisation` ON `people` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `platforms` (
	`key` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`hosts` text NOT NULL,
	`patterns` text NOT NULL,
	`stop_words` text NOT NULL,
	`needs_url` integer NOT NULL,
	`retired_on` text,
	`note` text DEFAULT '' NOT NULL,
	`example` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	`granted_by_id` text,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rsvps` (
	`id` text PRIMARY KEY NOT NULL,
	`meetup_id` text NOT NULL,
	`person_id` text,
	`email` text,
	`name` text NOT NULL,
	`circle` text NOT NULL,
	`status` text NOT NULL,
	`party_size` integer NOT NULL,
	`turn` integer NOT NULL,
	`held_until` integer,
	`token_hash` text NOT NULL,
	`access_needs` text DEFAULT '' NOT NULL,
	`dietary_needs` text DEFAULT '' NOT NULL,
	`route` text NOT NULL,
	`entered_by_id` text,
	`saved_at` integer NOT NULL,
	`promoted_at` integer,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rsvps_tokenHash_unique` ON `rsvps` (`token_hash`);--> statement-breakpoint
CREATE INDEX `rsvps_by_place` ON `rsvps` (`meetup_id`,`status`,`turn`,`party_size`,`held_until`);--> statement-breakpoint
CREATE INDEX `rsvps_by_hold` ON `rsvps` (`held_until`);--> statement-breakpoint
CREATE INDEX `rsvps_by_person` ON `rsvps` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_rsvp_per_address` ON `rsvps` (`meetup_id`,`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_rsvp_per_turn` ON `rsvps` (`meetup_id`,`turn`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`circle` text NOT NULL,
	`path` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`title_words` text NOT NULL,
	`body_words` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_entry_per_subject` ON `search_entries` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`grants` text NOT NULL,
	`next` text NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`meetup_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`lead_id` text,
	`lead_name` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_position_once` ON `topics` (`meetup_id`,`position`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`mailbox` text,
	`phone` text,
	`description` text DEFAULT '' NOT NULL,
	`aliases` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_slug_unique` ON `units` (`slug`);--> statement-breakpoint
CREATE INDEX `units_by_parent` ON `units` (`parent_id`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`find_us` text DEFAULT '' NOT NULL,
	`step_free` text NOT NULL,
	`toilet` text NOT NULL,
	`hearing_loop` text NOT NULL,
	`parking` text NOT NULL,
	`access_notes` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `venue_once` ON `venues` (`name`,`address`);