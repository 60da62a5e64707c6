CREATE TABLE `lesson_confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`confirmed_by_id` text,
	`confirmed_at` integer NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmations_by_lesson` ON `lesson_confirmations` (`lesson_id`);--> statement-breakpoint
CREATE TABLE `lesson_standings` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`standing` integer NOT NULL,
	`teams` integer NOT NULL,
	`places` integer NOT NULL,
	`worked` integer NOT NULL,
	`partly` integer NOT NULL,
	`did_not` integer NOT NULL,
	`tried_at` integer,
	`fresh_at` integer NOT NULL,
	`authors_asked_at` integer,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_by_standing` ON `lesson_standings` (`standing`,`lesson_id`);--> statement-breakpoint
CREATE INDEX `lessons_by_freshness` ON `lesson_standings` (`fresh_at`);--> statement-breakpoint
CREATE TABLE `try_out_links` (
	`id` text PRIMARY KEY NOT NULL,
	`try_out_id` text NOT NULL,
	FOREIGN KEY (`try_out_id`) REFERENCES `try_outs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `try_out_results` (
	`try_out_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	`difference` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`try_out_id`) REFERENCES `try_outs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `try_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text,
	`organisation_id` text,
	`said_at` integer NOT NULL,
	`ask_on` text NOT NULL,
	`asked` integer NOT NULL,
	`open_key` text,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `try_outs_openKey_unique` ON `try_outs` (`open_key`);--> statement-breakpoint
CREATE INDEX `try_outs_by_lesson` ON `try_outs` (`lesson_id`);--> statement-breakpoint
CREATE INDEX `try_outs_by_person` ON `try_outs` (`person_id`);--> statement-breakpoint
INSERT INTO `lesson_standings` (`lesson_id`, `standing`, `teams`, `places`, `worked`, `partly`, `did_not`, `fresh_at`)
SELECT `lesson_id`, `published_at` / 60000, 0, 0, 0, 0, 0, `published_at` FROM `lesson_publications`;
