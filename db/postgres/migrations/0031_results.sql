CREATE TABLE "channel_results" (
	"channel_id" text NOT NULL,
	"result_on" text NOT NULL,
	"words" text NOT NULL,
	"benefits" text DEFAULT '' NOT NULL,
	"circle" text NOT NULL,
	"added_by_id" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channel_results_channel_id_result_on_pk" PRIMARY KEY("channel_id","result_on")
);
--> statement-breakpoint
ALTER TABLE "channel_results" ADD CONSTRAINT "channel_results_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_results" ADD CONSTRAINT "channel_results_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO "channel_results" ("channel_id", "result_on", "words", "circle", "added_at") SELECT "id", coalesce("latest_result_on", to_char("updated_at", 'YYYY-MM-DD')), "latest_result", 'staff', "updated_at" FROM "channels" WHERE "latest_result" <> '';
