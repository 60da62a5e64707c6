CREATE TABLE "jargon_words" (
	"term" text PRIMARY KEY NOT NULL,
	"instead" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lesson_revisions" ADD COLUMN "typed_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "jargon_words" ADD CONSTRAINT "jargon_words_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;