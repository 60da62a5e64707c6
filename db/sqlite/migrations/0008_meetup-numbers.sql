ALTER TABLE `meetups` ADD `number` integer;--> statement-breakpoint
-- The meetups there are, in the order they were made.
UPDATE meetups SET number = counted.number
FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS number FROM meetups) AS counted
WHERE meetups.id = counted.id;
--> statement-breakpoint
CREATE UNIQUE INDEX `meetups_number_unique` ON `meetups` (`number`);