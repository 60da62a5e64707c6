CREATE TABLE `lesson_tellings` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`due_at` integer,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lesson_tellings_by_due` ON `lesson_tellings` (`due_at`);--> statement-breakpoint
CREATE TABLE `sent_webmentions` (
	`lesson_id` text NOT NULL,
	`target` text NOT NULL,
	`is_linked` integer NOT NULL,
	`due_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`outcome` text,
	`detail` text DEFAULT '' NOT NULL,
	`asked_at` integer,
	`told_at` integer,
	PRIMARY KEY(`lesson_id`, `target`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sent_webmentions_by_due` ON `sent_webmentions` (`due_at`);--> statement-breakpoint
CREATE TABLE `webmention_decisions` (
	`webmention_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`decided_by_id` text,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`webmention_id`) REFERENCES `webmentions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `webmention_hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`decided_by_id` text,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `webmentions` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`host` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`due_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`outcome` text,
	`detail` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`excerpt` text DEFAULT '' NOT NULL,
	`changed_at` integer
);
--> statement-breakpoint
CREATE INDEX `webmentions_by_subject` ON `webmentions` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `webmentions_by_due` ON `webmentions` (`due_at`);--> statement-breakpoint
CREATE INDEX `webmentions_by_host` ON `webmentions` (`host`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_webmention_per_page` ON `webmentions` (`source`,`subject_kind`,`subject_id`);