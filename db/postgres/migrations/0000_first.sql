CREATE TABLE "attendances" (
	"meetup_id" text PRIMARY KEY NOT NULL,
	"staff" integer NOT NULL,
	"partners" integer NOT NULL,
	"public" integer NOT NULL,
	"counted_by_id" text,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_access" (
	"channel_id" text NOT NULL,
	"person_id" text NOT NULL,
	"level" text NOT NULL,
	"since" text,
	"until" text,
	CONSTRAINT "channel_access_channel_id_person_id_pk" PRIMARY KEY("channel_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "channel_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"changes" jsonb NOT NULL,
	"changed_by_id" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_closures" (
	"channel_id" text PRIMARY KEY NOT NULL,
	"closed_on" text NOT NULL,
	"why" text NOT NULL,
	"go_instead_id" text,
	"handle_fate" text NOT NULL,
	"closed_by_id" text
);
--> statement-breakpoint
CREATE TABLE "channel_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"result" text NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"reviewed_by_id" text,
	"reviewed_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"platform_key" text NOT NULL,
	"url" text,
	"handle" text DEFAULT '' NOT NULL,
	"link_key" text,
	"open_link_key" text,
	"platform_id" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"languages" jsonb NOT NULL,
	"account_kind" text NOT NULL,
	"mode" text NOT NULL,
	"who_posts" jsonb NOT NULL,
	"contacts_kept_in" text DEFAULT '' NOT NULL,
	"objective" text DEFAULT '' NOT NULL,
	"objective_kind" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"measure" text DEFAULT '' NOT NULL,
	"latest_result" text DEFAULT '' NOT NULL,
	"latest_result_on" text,
	"unit_id" text NOT NULL,
	"owner_id" text,
	"deputy_id" text,
	"team_mailbox" text DEFAULT '' NOT NULL,
	"central_team_has_access" boolean,
	"central_access_checked_on" text,
	"sign_in_kept_in" text NOT NULL,
	"sign_in_place" text DEFAULT '' NOT NULL,
	"recovery_is_shared" boolean,
	"two_step_sign_in" text NOT NULL,
	"two_step_checked_on" text,
	"monitored_hours" text DEFAULT '' NOT NULL,
	"response_promise" text DEFAULT '' NOT NULL,
	"out_of_hours" text DEFAULT '' NOT NULL,
	"out_of_hours_phone" text DEFAULT '' NOT NULL,
	"not_for" text DEFAULT '' NOT NULL,
	"emergency_use" boolean NOT NULL,
	"emergency_order" integer,
	"status" text NOT NULL,
	"opened_on" text,
	"last_reviewed_on" text,
	"review_due_on" text,
	"circle" text NOT NULL,
	"tags" jsonb NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channels_slug_unique" UNIQUE("slug"),
	CONSTRAINT "channels_openLinkKey_unique" UNIQUE("open_link_key")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"email" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"invited_by_id" text,
	"invited_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_authors" (
	"lesson_id" text NOT NULL,
	"position" integer NOT NULL,
	"person_id" text,
	"guest_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "lesson_authors_lesson_id_position_pk" PRIMARY KEY("lesson_id","position")
);
--> statement-breakpoint
CREATE TABLE "lesson_channels" (
	"lesson_id" text NOT NULL,
	"channel_id" text NOT NULL,
	CONSTRAINT "lesson_channels_lesson_id_channel_id_pk" PRIMARY KEY("lesson_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_publications" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by_id" text
);
--> statement-breakpoint
CREATE TABLE "lesson_revisions" (
	"lesson_id" text NOT NULL,
	"number" integer NOT NULL,
	"words" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by_id" text,
	CONSTRAINT "lesson_revisions_lesson_id_number_pk" PRIMARY KEY("lesson_id","number")
);
--> statement-breakpoint
CREATE TABLE "lesson_tags" (
	"lesson_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "lesson_tags_lesson_id_tag_pk" PRIMARY KEY("lesson_id","tag")
);
--> statement-breakpoint
CREATE TABLE "lesson_units" (
	"lesson_id" text NOT NULL,
	"unit_id" text NOT NULL,
	CONSTRAINT "lesson_units_lesson_id_unit_id_pk" PRIMARY KEY("lesson_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_withdrawals" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by_id" text
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"try_this" text DEFAULT '' NOT NULL,
	"wanted" text DEFAULT '' NOT NULL,
	"wanted_html" text DEFAULT '' NOT NULL,
	"happened" text NOT NULL,
	"happened_html" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"why_html" text DEFAULT '' NOT NULL,
	"next_time" text NOT NULL,
	"next_time_html" text NOT NULL,
	"renderer_version" integer NOT NULL,
	"worked" text NOT NULL,
	"circle" text NOT NULL,
	"meetup_id" text,
	"created_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lessons_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"id" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetup_cancellations" (
	"meetup_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"cancelled_by_id" text,
	"cancelled_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetups" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"series_name" text DEFAULT '' NOT NULL,
	"starts_local" text NOT NULL,
	"ends_local" text NOT NULL,
	"zone" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"venue_id" text NOT NULL,
	"cost" text NOT NULL,
	"circle" text NOT NULL,
	"places" integer,
	"host_id" text NOT NULL,
	"second_host_id" text,
	"description" text NOT NULL,
	"description_html" text NOT NULL,
	"renderer_version" integer NOT NULL,
	"sequence" integer NOT NULL,
	"created_by_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meetups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"domains" jsonb NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"plain_text" text NOT NULL,
	"html" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"gave_up_at" timestamp (3) with time zone,
	"last_problem" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text,
	"name" text DEFAULT '' NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"circle" text NOT NULL,
	"unit_id" text,
	"organisation_id" text,
	"ask_me_about" text DEFAULT '' NOT NULL,
	"shows_name" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "platforms" (
	"key" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"hosts" jsonb NOT NULL,
	"patterns" jsonb NOT NULL,
	"stop_words" jsonb NOT NULL,
	"needs_url" boolean NOT NULL,
	"retired_on" text,
	"note" text DEFAULT '' NOT NULL,
	"example" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by_id" text,
	CONSTRAINT "roles_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "rsvps" (
	"id" text PRIMARY KEY NOT NULL,
	"meetup_id" text NOT NULL,
	"person_id" text,
	"email" text,
	"name" text NOT NULL,
	"circle" text NOT NULL,
	"status" text NOT NULL,
	"party_size" integer NOT NULL,
	"turn" integer NOT NULL,
	"held_until" timestamp (3) with time zone,
	"token_hash" text NOT NULL,
	"access_needs" text DEFAULT '' NOT NULL,
	"dietary_needs" text DEFAULT '' NOT NULL,
	"route" text NOT NULL,
	"entered_by_id" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"promoted_at" timestamp (3) with time zone,
	CONSTRAINT "rsvps_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "one_rsvp_per_address" UNIQUE("meetup_id","email"),
	CONSTRAINT "one_rsvp_per_turn" UNIQUE("meetup_id","turn")
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"number" serial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"circle" text NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"title_words" text NOT NULL,
	"body_words" text NOT NULL,
	CONSTRAINT "one_entry_per_subject" UNIQUE("kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"grants" text NOT NULL,
	"next" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"meetup_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"lead_id" text,
	"lead_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "topic_position_once" UNIQUE("meetup_id","position")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"mailbox" text,
	"phone" text,
	"description" text DEFAULT '' NOT NULL,
	"aliases" jsonb NOT NULL,
	CONSTRAINT "units_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"find_us" text DEFAULT '' NOT NULL,
	"step_free" text NOT NULL,
	"toilet" text NOT NULL,
	"hearing_loop" text NOT NULL,
	"parking" text NOT NULL,
	"access_notes" text DEFAULT '' NOT NULL,
	CONSTRAINT "venue_once" UNIQUE("name","address")
);
--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_counted_by_id_people_id_fk" FOREIGN KEY ("counted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_access" ADD CONSTRAINT "channel_access_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_access" ADD CONSTRAINT "channel_access_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_changes" ADD CONSTRAINT "channel_changes_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_changes" ADD CONSTRAINT "channel_changes_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_closures" ADD CONSTRAINT "channel_closures_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_closures" ADD CONSTRAINT "channel_closures_go_instead_id_channels_id_fk" FOREIGN KEY ("go_instead_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_closures" ADD CONSTRAINT "channel_closures_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_reviews" ADD CONSTRAINT "channel_reviews_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_reviews" ADD CONSTRAINT "channel_reviews_reviewed_by_id_people_id_fk" FOREIGN KEY ("reviewed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_platform_key_platforms_key_fk" FOREIGN KEY ("platform_key") REFERENCES "public"."platforms"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_authors" ADD CONSTRAINT "lesson_authors_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_authors" ADD CONSTRAINT "lesson_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_channels" ADD CONSTRAINT "lesson_channels_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_channels" ADD CONSTRAINT "lesson_channels_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_publications" ADD CONSTRAINT "lesson_publications_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_publications" ADD CONSTRAINT "lesson_publications_published_by_id_people_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_revisions" ADD CONSTRAINT "lesson_revisions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_revisions" ADD CONSTRAINT "lesson_revisions_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_tags" ADD CONSTRAINT "lesson_tags_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_units" ADD CONSTRAINT "lesson_units_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_units" ADD CONSTRAINT "lesson_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_withdrawals" ADD CONSTRAINT "lesson_withdrawals_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_withdrawals" ADD CONSTRAINT "lesson_withdrawals_withdrawn_by_id_people_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_cancellations" ADD CONSTRAINT "meetup_cancellations_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetup_cancellations" ADD CONSTRAINT "meetup_cancellations_cancelled_by_id_people_id_fk" FOREIGN KEY ("cancelled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "meetups_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "meetups_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "meetups_second_host_id_people_id_fk" FOREIGN KEY ("second_host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetups" ADD CONSTRAINT "meetups_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_granted_by_id_people_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_meetup_id_meetups_id_fk" FOREIGN KEY ("meetup_id") REFERENCES "public"."meetups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_lead_id_people_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_by_person" ON "channel_access" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "changes_by_channel" ON "channel_changes" USING btree ("channel_id","changed_at");--> statement-breakpoint
CREATE INDEX "reviews_by_channel" ON "channel_reviews" USING btree ("channel_id","reviewed_on");--> statement-breakpoint
CREATE INDEX "channels_by_name" ON "channels" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "channels_by_unit" ON "channels" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "channels_by_platform" ON "channels" USING btree ("platform_key");--> statement-breakpoint
CREATE INDEX "channels_by_link" ON "channels" USING btree ("link_key");--> statement-breakpoint
CREATE INDEX "channels_by_handle" ON "channels" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "channels_by_owner" ON "channels" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "channels_by_deputy" ON "channels" USING btree ("deputy_id");--> statement-breakpoint
CREATE INDEX "channels_by_review" ON "channels" USING btree ("review_due_on");--> statement-breakpoint
CREATE INDEX "lessons_by_author" ON "lesson_authors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "lessons_by_channel" ON "lesson_channels" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "lessons_by_publication" ON "lesson_publications" USING btree ("published_at","lesson_id");--> statement-breakpoint
CREATE INDEX "lessons_by_tag" ON "lesson_tags" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "lessons_by_unit" ON "lesson_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "lessons_by_meetup" ON "lessons" USING btree ("meetup_id");--> statement-breakpoint
CREATE INDEX "lessons_by_creator" ON "lessons" USING btree ("created_by_id");--> statement-breakpoint
CREATE INDEX "meetups_by_start" ON "meetups" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "meetups_by_host" ON "meetups" USING btree ("host_id");--> statement-breakpoint
CREATE INDEX "outbox_by_due" ON "outbox" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "outbox_by_queue" ON "outbox" USING btree ("queued_at");--> statement-breakpoint
CREATE INDEX "people_by_unit" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "people_by_organisation" ON "people" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "rsvps_by_place" ON "rsvps" USING btree ("meetup_id","status","turn","party_size","held_until");--> statement-breakpoint
CREATE INDEX "rsvps_by_hold" ON "rsvps" USING btree ("held_until");--> statement-breakpoint
CREATE INDEX "rsvps_by_person" ON "rsvps" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "units_by_parent" ON "units" USING btree ("parent_id");