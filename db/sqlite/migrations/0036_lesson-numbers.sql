CREATE TABLE `lesson_numbers` (
	`lesson_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_numbers_number_unique` ON `lesson_numbers` (`number`);
--> statement-breakpoint
INSERT INTO `lesson_numbers` (`lesson_id`, `number`) SELECT `lesson_id`, row_number() OVER (ORDER BY `published_at`, `lesson_id`) FROM `lesson_publications`;
