ALTER TABLE "units" ADD COLUMN "lead_id" text;--> statement-breakpoint
CREATE INDEX "units_by_lead" ON "units" USING btree ("lead_id");