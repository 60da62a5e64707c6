DROP INDEX `channels_by_name`;--> statement-breakpoint
DROP INDEX `channels_by_unit`;--> statement-breakpoint
CREATE INDEX `channels_by_name` ON `channels` (`name`,`id`,`status`,`circle`,`unit_id`,`platform_key`,`review_due_on`,`owner_id`,`deputy_id`,`languages`);--> statement-breakpoint
CREATE INDEX `channels_by_unit` ON `channels` (`unit_id`,`status`,`circle`,`review_due_on`);