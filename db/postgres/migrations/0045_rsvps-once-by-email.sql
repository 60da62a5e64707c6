ALTER TABLE "rsvps" DROP CONSTRAINT "one_rsvp_per_address";--> statement-breakpoint
DROP INDEX "rsvps_by_email";--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "one_rsvp_per_address" UNIQUE("email","meetup_id");