CREATE TABLE "lesson_confirmations" (
	"id" text PRIMARY KEY NOT NULL,
	"lesson_id" text NOT NULL,
	"confirmed_by_id" text,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_standings" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"standing" integer NOT NULL,
	"teams" integer NOT NULL,
	"places" integer NOT NULL,
	"worked" integer NOT NULL,
	"partly" integer NOT NULL,
	"did_not" integer NOT NULL,
	"tried_at" timestamp (3) with time zone,
	"fresh_at" timestamp (3) with time zone NOT NULL,
	"authors_asked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "try_out_links" (
	"id" text PRIMARY KEY NOT NULL,
	"try_out_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "try_out_results" (
	"try_out_id" text PRIMARY KEY NOT NULL,
	"result" text NOT NULL,
	"difference" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "try_outs" (
	"id" text PRIMARY KEY NOT NULL,
	"lesson_id" text NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text,
	"organisation_id" text,
	"said_at" timestamp (3) with time zone NOT NULL,
	"ask_on" text NOT NULL,
	"asked" integer NOT NULL,
	"open_key" text,
	CONSTRAINT "try_outs_openKey_unique" UNIQUE("open_key")
);
--> statement-breakpoint
ALTER TABLE "lesson_confirmations" ADD CONSTRAINT "lesson_confirmations_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_confirmations" ADD CONSTRAINT "lesson_confirmations_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_standings" ADD CONSTRAINT "lesson_standings_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "try_out_links" ADD CONSTRAINT "try_out_links_try_out_id_try_outs_id_fk" FOREIGN KEY ("try_out_id") REFERENCES "public"."try_outs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "try_out_results" ADD CONSTRAINT "try_out_results_try_out_id_try_outs_id_fk" FOREIGN KEY ("try_out_id") REFERENCES "public"."try_outs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "try_outs" ADD CONSTRAINT "try_outs_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "try_outs" ADD CONSTRAINT "try_outs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "try_outs" ADD CONSTRAINT "try_outs_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "try_outs" ADD CONSTRAINT "try_outs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmations_by_lesson" ON "lesson_confirmations" USING btree ("lesson_id");--> statement-breakpoint
CREATE INDEX "lessons_by_standing" ON "lesson_standings" USING btree ("standing","lesson_id");--> statement-breakpoint
CREATE INDEX "lessons_by_freshness" ON "lesson_standings" USING btree ("fresh_at");--> statement-breakpoint
CREATE INDEX "try_outs_by_lesson" ON "try_outs" USING btree ("lesson_id");--> statement-breakpoint
CREATE INDEX "try_outs_by_person" ON "try_outs" USING btree ("person_id");--> statement-breakpoint
INSERT INTO "lesson_standings" ("lesson_id", "standing", "teams", "places", "worked", "partly", "did_not", "fresh_at")
SELECT "lesson_id", floor(extract(epoch from "published_at") / 60)::integer, 0, 0, 0, 0, 0, "published_at" FROM "lesson_publications";
