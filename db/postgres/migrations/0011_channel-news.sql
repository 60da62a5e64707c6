ALTER TABLE "channel_changes" ADD COLUMN "news" text;--> statement-breakpoint
CREATE INDEX "changes_by_news" ON "channel_changes" USING btree ("news","changed_at");
--> statement-breakpoint
-- What was told before there was news: each channel that was added, and each that closed.
UPDATE channel_changes SET news = 'opened' WHERE changes::text LIKE '%"field": "added"%';
--> statement-breakpoint
UPDATE channel_changes SET news = 'closed' WHERE changes::text LIKE '%"field": "status"%' AND changes::text LIKE '%"to": "closed"%';
