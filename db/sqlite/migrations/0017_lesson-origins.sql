CREATE TABLE `lesson_origins` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`key` text,
	`original` text DEFAULT '' NOT NULL,
	`remarks` text NOT NULL,
	`imported_at` integer,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_origins_key_unique` ON `lesson_origins` (`key`);