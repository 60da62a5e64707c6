CREATE TABLE "rsvp_links" (
	"id" text PRIMARY KEY NOT NULL,
	"rsvp_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rsvps" DROP CONSTRAINT "rsvps_tokenHash_unique";--> statement-breakpoint
ALTER TABLE "rsvp_links" ADD CONSTRAINT "rsvp_links_rsvp_id_rsvps_id_fk" FOREIGN KEY ("rsvp_id") REFERENCES "public"."rsvps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rsvp_links_by_rsvp" ON "rsvp_links" USING btree ("rsvp_id");--> statement-breakpoint
ALTER TABLE "rsvps" DROP COLUMN "token_hash";