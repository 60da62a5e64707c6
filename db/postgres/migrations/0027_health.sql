CREATE TABLE "channel_figures" (
	"scope_id" text NOT NULL,
	"day" text NOT NULL,
	"running" integer NOT NULL,
	"overdue" integer NOT NULL,
	"without_owner" integer NOT NULL,
	"without_deputy" integer NOT NULL,
	"on_one_person" integer NOT NULL,
	"left_behind" integer NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channel_figures_scope_id_day_pk" PRIMARY KEY("scope_id","day")
);
--> statement-breakpoint
CREATE TABLE "link_checks" (
	"channel_id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"detail" text DEFAULT '' NOT NULL,
	"since" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "posts_within_minutes" integer;--> statement-breakpoint
ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_checks_by_time" ON "link_checks" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "link_checks_by_outcome" ON "link_checks" USING btree ("outcome");--> statement-breakpoint
UPDATE "search_entries" SET "path" = "path" || '-' || right("subject_id", 12) WHERE "kind" = 'channel' AND "path" IN ('/channels/health', '/channels/emergency');--> statement-breakpoint
UPDATE "channels" SET "slug" = "slug" || '-' || right("id", 12) WHERE "slug" IN ('health', 'emergency');
