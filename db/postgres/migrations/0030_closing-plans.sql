CREATE TABLE "closing_plans" (
	"channel_id" text PRIMARY KEY NOT NULL,
	"closes_on" text NOT NULL,
	"why" text NOT NULL,
	"go_instead_id" text,
	"handle_fate" text NOT NULL,
	"last_posts" text NOT NULL,
	"pinned_words" text NOT NULL,
	"planned_by_id" text,
	"planned_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closing_steps" (
	"channel_id" text NOT NULL,
	"step" text NOT NULL,
	"done_by_id" text,
	"done_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "closing_steps_channel_id_step_pk" PRIMARY KEY("channel_id","step")
);
--> statement-breakpoint
ALTER TABLE "closing_plans" ADD CONSTRAINT "closing_plans_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_plans" ADD CONSTRAINT "closing_plans_go_instead_id_channels_id_fk" FOREIGN KEY ("go_instead_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_plans" ADD CONSTRAINT "closing_plans_planned_by_id_people_id_fk" FOREIGN KEY ("planned_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_steps" ADD CONSTRAINT "closing_steps_channel_id_closing_plans_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."closing_plans"("channel_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_steps" ADD CONSTRAINT "closing_steps_done_by_id_people_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;