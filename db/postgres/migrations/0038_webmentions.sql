CREATE TABLE "lesson_tellings" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sent_webmentions" (
	"lesson_id" text NOT NULL,
	"target" text NOT NULL,
	"is_linked" boolean NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"detail" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "sent_webmentions_lesson_id_target_pk" PRIMARY KEY("lesson_id","target")
);
--> statement-breakpoint
CREATE TABLE "webmention_decisions" (
	"webmention_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"decided_by_id" text,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webmention_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"decided_by_id" text,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webmentions" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"host" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"detail" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"changed_at" timestamp (3) with time zone,
	CONSTRAINT "one_webmention_per_page" UNIQUE("source","subject_kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "lesson_tellings" ADD CONSTRAINT "lesson_tellings_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_webmentions" ADD CONSTRAINT "sent_webmentions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webmention_decisions" ADD CONSTRAINT "webmention_decisions_webmention_id_webmentions_id_fk" FOREIGN KEY ("webmention_id") REFERENCES "public"."webmentions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webmention_decisions" ADD CONSTRAINT "webmention_decisions_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webmention_hosts" ADD CONSTRAINT "webmention_hosts_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_tellings_by_due" ON "lesson_tellings" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "sent_webmentions_by_due" ON "sent_webmentions" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "webmentions_by_subject" ON "webmentions" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "webmentions_by_due" ON "webmentions" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "webmentions_by_host" ON "webmentions" USING btree ("host");