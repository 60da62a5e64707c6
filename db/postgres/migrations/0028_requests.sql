CREATE TABLE "channel_request_events" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"channel_id" text,
	"asked_by_id" text NOT NULL,
	"opening" jsonb,
	"reason" text NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "channel_request_events" ADD CONSTRAINT "channel_request_events_request_id_channel_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."channel_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_request_events" ADD CONSTRAINT "channel_request_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_requests" ADD CONSTRAINT "channel_requests_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_requests" ADD CONSTRAINT "channel_requests_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_events_by_request" ON "channel_request_events" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "requests_by_asker" ON "channel_requests" USING btree ("asked_by_id","begun_at");--> statement-breakpoint
CREATE INDEX "requests_by_channel" ON "channel_requests" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "channel_requests" USING btree ("settled_at","asked_at");