CREATE TABLE "review_asks" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"step" text NOT NULL,
	"person_id" text NOT NULL,
	"for_id" text,
	"asked_on" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "asked_once_a_day" UNIQUE("channel_id","person_id","asked_on")
);
--> statement-breakpoint
ALTER TABLE "review_asks" ADD CONSTRAINT "review_asks_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_asks" ADD CONSTRAINT "review_asks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_asks" ADD CONSTRAINT "review_asks_for_id_people_id_fk" FOREIGN KEY ("for_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asks_by_person" ON "review_asks" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE INDEX "asks_by_day" ON "review_asks" USING btree ("asked_on");