DROP INDEX `changes_by_news`;--> statement-breakpoint
CREATE INDEX `news_by_time` ON `channel_changes` (`changed_at`,`id`) WHERE news is not null;