CREATE TABLE "meetup_modules" (
	"meetup_id" text NOT NULL,
	"module_key" text NOT NULL,
	"given_by_id" text,
	CONSTRAINT "meetup_modules_meetup_id_module_key_pk" PRIMARY KEY("meetup_id","module_key")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" text NOT NULL,
	"what_changed" text NOT NULL,
	"needs_agreement" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_acknowledgements" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"policy_key" text NOT NULL,
	"version" integer NOT NULL,
	"statement" text NOT NULL,
	"how" text NOT NULL,
	"entered_by_id" text,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreed_once" UNIQUE("person_id","policy_key","version")
);
--> statement-breakpoint
CREATE TABLE "training_modules" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"version" integer NOT NULL,
	"valid_months" integer NOT NULL,
	"required_for" jsonb NOT NULL,
	"is_for_channels" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_records" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"module_key" text NOT NULL,
	"version" integer NOT NULL,
	"how" text NOT NULL,
	"score" integer,
	"passed_on" text NOT NULL,
	"expires_on" text NOT NULL,
	"entered_by_id" text,
	"meetup_id" text,
	"note" text DEFAULT '' NOT NULL,
	"warned_at" timestamp (3) with time zone,
	"expiry_told_at" timestamp (3) with time zone,
	CONSTRAINT "trained_once_a_meetup" UNIQUE("person_id","module_key","meetup_id")
);
--> statement-breakpoint
ALTER TABLE "meetup_modules" ADD CONSTRAINT "meetup_modules_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_modules" ADD CONSTRAINT "meetup_modules_module_key_training_modules_key_fk" FOREIGN KEY ("module_key") REFERENCES "public"."training_modules"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_modules" ADD CONSTRAINT "meetup_modules_given_by_id_people_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_acknowledgements" ADD CONSTRAINT "policy_acknowledgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_acknowledgements" ADD CONSTRAINT "policy_acknowledgements_policy_key_policies_key_fk" FOREIGN KEY ("policy_key") REFERENCES "public"."policies"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_acknowledgements" ADD CONSTRAINT "policy_acknowledgements_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_module_key_training_modules_key_fk" FOREIGN KEY ("module_key") REFERENCES "public"."training_modules"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "training_by_person" ON "training_records" USING btree ("person_id","module_key","expires_on");--> statement-breakpoint
CREATE INDEX "training_by_expiry" ON "training_records" USING btree ("expires_on");