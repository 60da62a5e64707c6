CREATE TABLE "digests" (
	"email" text PRIMARY KEY NOT NULL,
	"rhythm" text NOT NULL,
	"weekday" integer NOT NULL,
	"hour" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tellings" (
	"email" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tellings_email_kind_subject_id_pk" PRIMARY KEY("email","kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "hears" text DEFAULT 'at-once' NOT NULL;--> statement-breakpoint
CREATE INDEX "digests_by_due" ON "digests" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "follows_by_address" ON "follows" USING btree ("email");