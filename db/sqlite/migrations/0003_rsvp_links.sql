CREATE TABLE `rsvp_links` (
	`id` text PRIMARY KEY NOT NULL,
	`rsvp_id` text NOT NULL,
	FOREIGN KEY (`rsvp_id`) REFERENCES `rsvps`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rsvp_links_by_rsvp` ON `rsvp_links` (`rsvp_id`);--> statement-breakpoint
DROP INDEX `rsvps_tokenHash_unique`;--> statement-breakpoint
ALTER TABLE `rsvps` DROP COLUMN `token_hash`;