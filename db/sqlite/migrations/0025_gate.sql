CREATE TABLE `meetup_modules` (
	`meetup_id` text NOT NULL,
	`module_key` text NOT NULL,
	`given_by_id` text,
	PRIMARY KEY(`meetup_id`, `module_key`),
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_key`) REFERENCES `training_modules`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `policies` (
	`key` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`what_changed` text NOT NULL,
	`needs_agreement` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policy_acknowledgements` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`policy_key` text NOT NULL,
	`version` integer NOT NULL,
	`statement` text NOT NULL,
	`how` text NOT NULL,
	`entered_by_id` text,
	`agreed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_key`) REFERENCES `policies`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreed_once` ON `policy_acknowledgements` (`person_id`,`policy_key`,`version`);--> statement-breakpoint
CREATE TABLE `training_modules` (
	`key` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`version` integer NOT NULL,
	`valid_months` integer NOT NULL,
	`required_for` text NOT NULL,
	`is_for_channels` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `training_records` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`module_key` text NOT NULL,
	`version` integer NOT NULL,
	`how` text NOT NULL,
	`score` integer,
	`passed_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`entered_by_id` text,
	`meetup_id` text,
	`note` text DEFAULT '' NOT NULL,
	`warned_at` integer,
	`expiry_told_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_key`) REFERENCES `training_modules`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetup_id`) REFERENCES `meetups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_by_person` ON `training_records` (`person_id`,`module_key`,`expires_on`);--> statement-breakpoint
CREATE INDEX `training_by_expiry` ON `training_records` (`expires_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `trained_once_a_meetup` ON `training_records` (`person_id`,`module_key`,`meetup_id`);