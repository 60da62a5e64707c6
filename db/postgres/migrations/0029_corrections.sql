CREATE TABLE "correction_fields" (
	"correction_id" text NOT NULL,
	"field" text NOT NULL,
	"was" text NOT NULL,
	"should" text NOT NULL,
	"decision" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_id" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "correction_fields_correction_id_field_pk" PRIMARY KEY("correction_id","field")
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"sent_by_id" text,
	"answer_to" text,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "channel_changes" ADD COLUMN "correction_id" text;--> statement-breakpoint
ALTER TABLE "correction_fields" ADD CONSTRAINT "correction_fields_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_fields" ADD CONSTRAINT "correction_fields_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_sent_by_id_people_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_by_channel" ON "corrections" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "corrections_by_end" ON "corrections" USING btree ("closed_at","sent_at");