CREATE TABLE "appeal_links" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_appeals" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"appealed_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" text
);
--> statement-breakpoint
CREATE TABLE "comment_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"words" text NOT NULL,
	"answer_to" text,
	"reported_by_id" text,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_as" text,
	"ended_by_id" text
);
--> statement-breakpoint
CREATE TABLE "moderation_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"kind" text NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appeal_links" ADD CONSTRAINT "appeal_links_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_appeals" ADD CONSTRAINT "comment_appeals_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_appeals" ADD CONSTRAINT "comment_appeals_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_reported_by_id_people_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entries" ADD CONSTRAINT "moderation_entries_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_appeals_by_decision" ON "comment_appeals" USING btree ("decided_at","appealed_at");--> statement-breakpoint
CREATE INDEX "comment_reports_by_comment" ON "comment_reports" USING btree ("comment_id","ended_at");--> statement-breakpoint
CREATE INDEX "comment_reports_by_end" ON "comment_reports" USING btree ("ended_at","reported_at");--> statement-breakpoint
CREATE INDEX "moderation_entries_by_time" ON "moderation_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "moderation_entries_by_comment" ON "moderation_entries" USING btree ("comment_id");