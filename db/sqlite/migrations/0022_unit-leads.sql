ALTER TABLE `units` ADD `lead_id` text;--> statement-breakpoint
CREATE INDEX `units_by_lead` ON `units` (`lead_id`);