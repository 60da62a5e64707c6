CREATE TABLE `lesson_invitation_answers` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer NOT NULL,
	`answered_by_id` text NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `lesson_invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lesson_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`email` text NOT NULL,
	`wanted` text NOT NULL,
	`invited_at` integer NOT NULL,
	`invited_by_id` text NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitations_by_address` ON `lesson_invitations` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_invitation` ON `lesson_invitations` (`lesson_id`,`email`,`wanted`);--> statement-breakpoint
CREATE TABLE `lesson_readings` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `lesson_invitations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `lesson_schedules` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`publish_local` text NOT NULL,
	`zone` text NOT NULL,
	`publish_at` integer NOT NULL,
	`planned_at` integer NOT NULL,
	`planned_by_id` text NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`planned_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lesson_updates` (
	`lesson_id` text NOT NULL,
	`revision` integer NOT NULL,
	`said` text NOT NULL,
	`said_at` integer NOT NULL,
	`said_by_id` text,
	PRIMARY KEY(`lesson_id`, `revision`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`said_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `margin_note_settlements` (
	`note_id` text PRIMARY KEY NOT NULL,
	`settled_at` integer NOT NULL,
	`settled_by_id` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `margin_notes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `margin_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`section` text NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`said_at` integer NOT NULL,
	`said_by_id` text NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`said_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `margin_notes_by_lesson` ON `margin_notes` (`lesson_id`,`said_at`);--> statement-breakpoint
ALTER TABLE `lesson_authors` ADD `hat_kind` text;--> statement-breakpoint
ALTER TABLE `lesson_authors` ADD `hat_id` text;--> statement-breakpoint
ALTER TABLE `lesson_authors` ADD `hat_name` text DEFAULT '' NOT NULL;