CREATE TABLE "closing_letters" (
	"meetup_id" text NOT NULL,
	"email" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "closing_letters_meetup_id_email_pk" PRIMARY KEY("meetup_id","email")
);
--> statement-breakpoint
CREATE TABLE "note_publications" (
	"meetup_id" text PRIMARY KEY NOT NULL,
	"published_by_id" text,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meetup_closures" ADD COLUMN "next_meetup_id" text;--> statement-breakpoint
ALTER TABLE "closing_letters" ADD CONSTRAINT "closing_letters_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_publications" ADD CONSTRAINT "note_publications_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_publications" ADD CONSTRAINT "note_publications_published_by_id_people_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_closures" ADD CONSTRAINT "meetup_closures_next_meetup_id_meetups_id_fk" FOREIGN KEY ("next_meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_topicId_unique" UNIQUE("topic_id");