CREATE TABLE "election_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"zone" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"set_by_id" text,
	"set_at" timestamp (3) with time zone NOT NULL,
	"ended_by_id" text,
	"ended_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lesson_holds" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"held_by_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "election_periods" ADD CONSTRAINT "election_periods_set_by_id_people_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_periods" ADD CONSTRAINT "election_periods_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_holds" ADD CONSTRAINT "lesson_holds_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_holds" ADD CONSTRAINT "lesson_holds_held_by_id_people_id_fk" FOREIGN KEY ("held_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "election_periods_by_end" ON "election_periods" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "lesson_holds_by_time" ON "lesson_holds" USING btree ("held_at","lesson_id");