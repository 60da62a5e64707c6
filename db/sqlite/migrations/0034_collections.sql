CREATE TABLE `collection_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`change` text NOT NULL,
	`lesson_id` text,
	`keeper_id` text,
	`changed_at` integer NOT NULL,
	`changed_by_id` text,
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`keeper_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changes_by_collection` ON `collection_changes` (`collection_id`,`changed_at`);--> statement-breakpoint
CREATE TABLE `collection_keepers` (
	`collection_id` text NOT NULL,
	`person_id` text NOT NULL,
	`keeps_since` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `person_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `collections_by_keeper` ON `collection_keepers` (`person_id`);--> statement-breakpoint
CREATE TABLE `collection_lessons` (
	`collection_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`position` integer NOT NULL,
	`line` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `lesson_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `collections_by_lesson` ON `collection_lessons` (`lesson_id`);--> statement-breakpoint
CREATE TABLE `collection_withdrawals` (
	`collection_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	`withdrawn_by_id` text,
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`introduction` text NOT NULL,
	`circle` text NOT NULL,
	`started_by_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`started_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_slug_unique` ON `collections` (`slug`);--> statement-breakpoint
CREATE INDEX `collections_by_update` ON `collections` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `lesson_mentions` (
	`lesson_id` text NOT NULL,
	`path` text NOT NULL,
	PRIMARY KEY(`lesson_id`, `path`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mentions_by_path` ON `lesson_mentions` (`path`);--> statement-breakpoint
CREATE TABLE `lesson_reckonings` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`reckoned_at` integer NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `related_lessons` (
	`lesson_id` text NOT NULL,
	`other_id` text NOT NULL,
	`likeness` integer NOT NULL,
	PRIMARY KEY(`lesson_id`, `other_id`),
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `related_by_likeness` ON `related_lessons` (`lesson_id`,`likeness`);--> statement-breakpoint
CREATE INDEX `related_by_other` ON `related_lessons` (`other_id`);