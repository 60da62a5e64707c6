CREATE TABLE "look_alike_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"look_alike_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "look_alikes" (
	"id" text PRIMARY KEY NOT NULL,
	"link" text NOT NULL,
	"link_key" text,
	"imitates_id" text,
	"words" text NOT NULL,
	"answer_to" text,
	"reported_by_id" text,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "look_alike_steps" ADD CONSTRAINT "look_alike_steps_look_alike_id_look_alikes_id_fk" FOREIGN KEY ("look_alike_id") REFERENCES "public"."look_alikes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_alike_steps" ADD CONSTRAINT "look_alike_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_alikes" ADD CONSTRAINT "look_alikes_imitates_id_channels_id_fk" FOREIGN KEY ("imitates_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_alikes" ADD CONSTRAINT "look_alikes_reported_by_id_people_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "look_alike_steps_by_report" ON "look_alike_steps" USING btree ("look_alike_id","at");--> statement-breakpoint
CREATE INDEX "look_alikes_by_link" ON "look_alikes" USING btree ("link_key");--> statement-breakpoint
CREATE INDEX "look_alikes_by_end" ON "look_alikes" USING btree ("ended_at","reported_at");