CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "arrivals" (
	"id" text PRIMARY KEY NOT NULL,
	"meetup_id" text NOT NULL,
	"rsvp_id" text,
	"person_id" text,
	"name" text NOT NULL,
	"circle" text NOT NULL,
	"unit_id" text,
	"party_size" integer NOT NULL,
	"is_first_time" boolean NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"marked_by_id" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_arrival_per_rsvp" UNIQUE("meetup_id","rsvp_id")
);
--> statement-breakpoint
CREATE TABLE "follow_links" (
	"id" text PRIMARY KEY NOT NULL,
	"follow_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"person_id" text,
	"counts_in" integer,
	"held_until" timestamp (3) with time zone,
	"followed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_follow_per_address" UNIQUE("kind","subject_id","email")
);
--> statement-breakpoint
CREATE TABLE "host_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"meetup_id" text NOT NULL,
	"audience" text NOT NULL,
	"subject" text NOT NULL,
	"words" text NOT NULL,
	"letters" integer NOT NULL,
	"sent_by_id" text,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"done_at" timestamp (3) with time zone,
	"last_problem" text DEFAULT '' NOT NULL,
	CONSTRAINT "one_job_per_subject" UNIQUE("kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "kept_seats" (
	"meetup_id" text NOT NULL,
	"for_whom" text NOT NULL,
	"seats" integer NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "kept_seats_meetup_id_for_whom_pk" PRIMARY KEY("meetup_id","for_whom")
);
--> statement-breakpoint
CREATE TABLE "mail_refusals" (
	"email" text NOT NULL,
	"kind" text NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_refusals_email_kind_pk" PRIMARY KEY("email","kind")
);
--> statement-breakpoint
CREATE TABLE "meetup_closures" (
	"meetup_id" text PRIMARY KEY NOT NULL,
	"photos_note" text DEFAULT '' NOT NULL,
	"closed_by_id" text,
	"closed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"circle" text NOT NULL,
	"rules" jsonb NOT NULL,
	"except_days" jsonb NOT NULL,
	"extra_days" jsonb NOT NULL,
	"first_day" text,
	"start_time" text NOT NULL,
	"end_time" text NOT NULL,
	"zone" text NOT NULL,
	"cost" text NOT NULL,
	"places" integer,
	"phone" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "series_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "series_hosts" (
	"series_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text,
	CONSTRAINT "series_hosts_series_id_person_id_pk" PRIMARY KEY("series_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "series_rests" (
	"series_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"rested_by_id" text,
	"rested_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series_venues" (
	"series_id" text NOT NULL,
	"venue_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "series_venues_series_id_venue_id_pk" PRIMARY KEY("series_id","venue_id")
);
--> statement-breakpoint
CREATE TABLE "spoken_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"made_by_id" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "spoken_codes_personId_unique" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "table_plans" (
	"meetup_id" text PRIMARY KEY NOT NULL,
	"seed" integer NOT NULL,
	"together" jsonb NOT NULL,
	"tables" jsonb NOT NULL,
	"made_by_id" text,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_links" (
	"id" text PRIMARY KEY NOT NULL,
	"topic_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_notes" (
	"topic_id" text NOT NULL,
	"box" text NOT NULL,
	"words" text NOT NULL,
	"version" integer NOT NULL,
	"saved_by_id" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "topic_notes_topic_id_box_pk" PRIMARY KEY("topic_id","box")
);
--> statement-breakpoint
CREATE TABLE "topic_votes" (
	"topic_id" text NOT NULL,
	"person_id" text NOT NULL,
	"route" text NOT NULL,
	"entered_by_id" text,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "topic_votes_topic_id_person_id_pk" PRIMARY KEY("topic_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "topic_withdrawals" (
	"topic_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by_id" text,
	"withdrawn_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "topics" ALTER COLUMN "meetup_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ALTER COLUMN "position" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "meetups" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "meetups" ADD COLUMN "series_start" text;--> statement-breakpoint
ALTER TABLE "meetups" ADD COLUMN "edited_by_hand_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meetups" ADD COLUMN "import_key" text;--> statement-breakpoint
ALTER TABLE "meetups" ADD COLUMN "overbook_percent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetups" ADD COLUMN "photos" text DEFAULT 'ask' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsubscribe_url" text;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "child_needs" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "party_names" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "is_first_time" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "offered_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "minutes" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "note_taker_id" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "note_taker_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "offered_by_id" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "offered_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "route" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "entered_by_id" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "offered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_rsvp_id_rsvps_id_fk" FOREIGN KEY ("rsvp_id") REFERENCES "public"."rsvps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_marked_by_id_people_id_fk" FOREIGN KEY ("marked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_links" ADD CONSTRAINT "follow_links_follow_id_follows_id_fk" FOREIGN KEY ("follow_id") REFERENCES "public"."follows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_letters" ADD CONSTRAINT "host_letters_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_letters" ADD CONSTRAINT "host_letters_sent_by_id_people_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_seats" ADD CONSTRAINT "kept_seats_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_closures" ADD CONSTRAINT "meetup_closures_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_closures" ADD CONSTRAINT "meetup_closures_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_hosts" ADD CONSTRAINT "series_hosts_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_hosts" ADD CONSTRAINT "series_hosts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_rests" ADD CONSTRAINT "series_rests_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_rests" ADD CONSTRAINT "series_rests_rested_by_id_people_id_fk" FOREIGN KEY ("rested_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_venues" ADD CONSTRAINT "series_venues_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_venues" ADD CONSTRAINT "series_venues_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spoken_codes" ADD CONSTRAINT "spoken_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spoken_codes" ADD CONSTRAINT "spoken_codes_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_plans" ADD CONSTRAINT "table_plans_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_plans" ADD CONSTRAINT "table_plans_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_notes" ADD CONSTRAINT "topic_notes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_notes" ADD CONSTRAINT "topic_notes_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_withdrawals" ADD CONSTRAINT "topic_withdrawals_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_withdrawals" ADD CONSTRAINT "topic_withdrawals_withdrawn_by_id_people_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_person" ON "absences" USING btree ("person_id","until_on");--> statement-breakpoint
CREATE INDEX "arrivals_by_person" ON "arrivals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "follow_links_by_follow" ON "follow_links" USING btree ("follow_id");--> statement-breakpoint
CREATE INDEX "follows_by_person" ON "follows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "host_letters_by_meetup" ON "host_letters" USING btree ("meetup_id");--> statement-breakpoint
CREATE INDEX "jobs_by_due" ON "jobs" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "series_hosts_by_person" ON "series_hosts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topic_votes_by_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "meetups_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_note_taker_id_people_id_fk" FOREIGN KEY ("note_taker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_offered_by_id_people_id_fk" FOREIGN KEY ("offered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topics_by_series" ON "topics" USING btree ("series_id","meetup_id");--> statement-breakpoint
CREATE INDEX "topics_by_offerer" ON "topics" USING btree ("offered_by_id");--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "meetups_importKey_unique" UNIQUE("import_key");--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "one_meetup_per_start_of_series" UNIQUE("series_id","series_start");