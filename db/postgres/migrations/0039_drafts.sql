CREATE TABLE "lesson_invitation_answers" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"answered_by_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"lesson_id" text NOT NULL,
	"email" text NOT NULL,
	"wanted" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"invited_by_id" text NOT NULL,
	CONSTRAINT "one_invitation" UNIQUE("lesson_id","email","wanted")
);
--> statement-breakpoint
CREATE TABLE "lesson_readings" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_schedules" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"publish_local" text NOT NULL,
	"zone" text NOT NULL,
	"publish_at" timestamp (3) with time zone NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"planned_by_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_updates" (
	"lesson_id" text NOT NULL,
	"revision" integer NOT NULL,
	"said" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"said_by_id" text,
	CONSTRAINT "lesson_updates_lesson_id_revision_pk" PRIMARY KEY("lesson_id","revision")
);
--> statement-breakpoint
CREATE TABLE "margin_note_settlements" (
	"note_id" text PRIMARY KEY NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL,
	"settled_by_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "margin_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"lesson_id" text NOT NULL,
	"section" text NOT NULL,
	"words" text NOT NULL,
	"revision" integer NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"said_by_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lesson_authors" ADD COLUMN "hat_kind" text;--> statement-breakpoint
ALTER TABLE "lesson_authors" ADD COLUMN "hat_id" text;--> statement-breakpoint
ALTER TABLE "lesson_authors" ADD COLUMN "hat_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lesson_invitation_answers" ADD CONSTRAINT "lesson_invitation_answers_invitation_id_lesson_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."lesson_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_invitation_answers" ADD CONSTRAINT "lesson_invitation_answers_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_invitations" ADD CONSTRAINT "lesson_invitations_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_invitations" ADD CONSTRAINT "lesson_invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_readings" ADD CONSTRAINT "lesson_readings_invitation_id_lesson_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."lesson_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_schedules" ADD CONSTRAINT "lesson_schedules_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_schedules" ADD CONSTRAINT "lesson_schedules_planned_by_id_people_id_fk" FOREIGN KEY ("planned_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_updates" ADD CONSTRAINT "lesson_updates_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_updates" ADD CONSTRAINT "lesson_updates_said_by_id_people_id_fk" FOREIGN KEY ("said_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_note_settlements" ADD CONSTRAINT "margin_note_settlements_note_id_margin_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."margin_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_note_settlements" ADD CONSTRAINT "margin_note_settlements_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_notes" ADD CONSTRAINT "margin_notes_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margin_notes" ADD CONSTRAINT "margin_notes_said_by_id_people_id_fk" FOREIGN KEY ("said_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_by_address" ON "lesson_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "margin_notes_by_lesson" ON "margin_notes" USING btree ("lesson_id","said_at");