CREATE TABLE "lesson_origins" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"key" text,
	"original" text DEFAULT '' NOT NULL,
	"remarks" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone,
	CONSTRAINT "lesson_origins_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "lesson_origins" ADD CONSTRAINT "lesson_origins_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;