CREATE TABLE "lesson_numbers" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "lesson_numbers_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "lesson_numbers" ADD CONSTRAINT "lesson_numbers_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO "lesson_numbers" ("lesson_id", "number") SELECT "lesson_id", row_number() OVER (ORDER BY "published_at", "lesson_id") FROM "lesson_publications";
