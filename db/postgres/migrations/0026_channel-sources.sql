CREATE TABLE "channel_sources" (
	"source" text NOT NULL,
	"key" text NOT NULL,
	"channel_id" text NOT NULL,
	"said" jsonb NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channel_sources_source_key_pk" PRIMARY KEY("source","key")
);
--> statement-breakpoint
ALTER TABLE "channel_sources" ADD CONSTRAINT "channel_sources_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sources_by_channel" ON "channel_sources" USING btree ("channel_id");