DROP INDEX `rsvps_by_email`;--> statement-breakpoint
DROP INDEX `one_rsvp_per_address`;--> statement-breakpoint
CREATE UNIQUE INDEX `one_rsvp_per_address` ON `rsvps` (`email`,`meetup_id`);