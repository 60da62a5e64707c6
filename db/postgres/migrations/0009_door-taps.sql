CREATE TABLE "door_taps" (
	"id" text PRIMARY KEY NOT NULL,
	"meetup_id" text NOT NULL,
	"party_id" text NOT NULL,
	"party_size" integer NOT NULL,
	"after_id" text,
	"tapped_at" timestamp (3) with time zone NOT NULL,
	"tapped_by_id" text,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "walk_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"meetup_id" text NOT NULL,
	"name" text NOT NULL,
	"circle" text NOT NULL,
	"is_first_time" boolean NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "door_taps" ADD CONSTRAINT "door_taps_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_taps" ADD CONSTRAINT "door_taps_tapped_by_id_people_id_fk" FOREIGN KEY ("tapped_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_taps_by_party" ON "door_taps" USING btree ("meetup_id","party_id");--> statement-breakpoint
CREATE INDEX "walk_ins_by_meetup" ON "walk_ins" USING btree ("meetup_id");