CREATE TABLE "covers" (
	"absence_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"link_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "covers_linkId_unique" UNIQUE("link_id")
);
--> statement-breakpoint
CREATE TABLE "hand_over_links" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_over_signatures" (
	"hand_over_id" text NOT NULL,
	"side" text NOT NULL,
	"signed_by_id" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"for_another" text NOT NULL,
	CONSTRAINT "hand_over_signatures_hand_over_id_side_pk" PRIMARY KEY("hand_over_id","side")
);
--> statement-breakpoint
CREATE TABLE "hand_over_steps" (
	"hand_over_id" text NOT NULL,
	"step" text NOT NULL,
	"not_needed" text NOT NULL,
	"ticked_by_id" text NOT NULL,
	"ticked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hand_over_steps_hand_over_id_step_pk" PRIMARY KEY("hand_over_id","step")
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"role" text NOT NULL,
	"from_id" text,
	"to_id" text NOT NULL,
	"started_by_id" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"end" text,
	"ended_by_id" text,
	"ended_at" timestamp (3) with time zone,
	"end_words" text DEFAULT '' NOT NULL,
	"open_key" text,
	CONSTRAINT "hand_overs_openKey_unique" UNIQUE("open_key")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "leaving_on" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "left_noted_by_id" text;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_absence_id_absences_id_fk" FOREIGN KEY ("absence_id") REFERENCES "public"."absences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_links" ADD CONSTRAINT "hand_over_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_signatures" ADD CONSTRAINT "hand_over_signatures_hand_over_id_hand_overs_id_fk" FOREIGN KEY ("hand_over_id") REFERENCES "public"."hand_overs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_signatures" ADD CONSTRAINT "hand_over_signatures_signed_by_id_people_id_fk" FOREIGN KEY ("signed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_steps" ADD CONSTRAINT "hand_over_steps_hand_over_id_hand_overs_id_fk" FOREIGN KEY ("hand_over_id") REFERENCES "public"."hand_overs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_steps" ADD CONSTRAINT "hand_over_steps_ticked_by_id_people_id_fk" FOREIGN KEY ("ticked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_from_id_people_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_to_id_people_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_started_by_id_people_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "covers_by_person" ON "covers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "hand_overs_by_channel" ON "hand_overs" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "hand_overs_to" ON "hand_overs" USING btree ("to_id","ended_at");--> statement-breakpoint
CREATE INDEX "hand_overs_from" ON "hand_overs" USING btree ("from_id","ended_at");