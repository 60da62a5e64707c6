ALTER TABLE `channel_changes` ADD `news` text;--> statement-breakpoint
CREATE INDEX `changes_by_news` ON `channel_changes` (`news`,`changed_at`);
--> statement-breakpoint
-- What was told before there was news: each channel that was added, and each that closed.
UPDATE channel_changes SET news = 'opened' WHERE changes LIKE '%"field":"added"%';
--> statement-breakpoint
UPDATE channel_changes SET news = 'closed' WHERE changes LIKE '%"field":"status"%' AND changes LIKE '%"to":"closed"%';
