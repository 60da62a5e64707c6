CREATE TABLE "collection_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"collection_id" text NOT NULL,
	"change" text NOT NULL,
	"lesson_id" text,
	"keeper_id" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by_id" text
);
--> statement-breakpoint
CREATE TABLE "collection_keepers" (
	"collection_id" text NOT NULL,
	"person_id" text NOT NULL,
	"keeps_since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_keepers_collection_id_person_id_pk" PRIMARY KEY("collection_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "collection_lessons" (
	"collection_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"position" integer NOT NULL,
	"line" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_lessons_collection_id_lesson_id_pk" PRIMARY KEY("collection_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "collection_withdrawals" (
	"collection_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by_id" text
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"introduction" text NOT NULL,
	"circle" text NOT NULL,
	"started_by_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collections_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "lesson_mentions" (
	"lesson_id" text NOT NULL,
	"path" text NOT NULL,
	CONSTRAINT "lesson_mentions_lesson_id_path_pk" PRIMARY KEY("lesson_id","path")
);
--> statement-breakpoint
CREATE TABLE "lesson_reckonings" (
	"lesson_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"reckoned_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "related_lessons" (
	"lesson_id" text NOT NULL,
	"other_id" text NOT NULL,
	"likeness" integer NOT NULL,
	CONSTRAINT "related_lessons_lesson_id_other_id_pk" PRIMARY KEY("lesson_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "collection_changes" ADD CONSTRAINT "collection_changes_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_changes" ADD CONSTRAINT "collection_changes_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_changes" ADD CONSTRAINT "collection_changes_keeper_id_people_id_fk" FOREIGN KEY ("keeper_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_changes" ADD CONSTRAINT "collection_changes_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_keepers" ADD CONSTRAINT "collection_keepers_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_keepers" ADD CONSTRAINT "collection_keepers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_lessons" ADD CONSTRAINT "collection_lessons_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_lessons" ADD CONSTRAINT "collection_lessons_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_withdrawals" ADD CONSTRAINT "collection_withdrawals_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_withdrawals" ADD CONSTRAINT "collection_withdrawals_withdrawn_by_id_people_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_started_by_id_people_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_mentions" ADD CONSTRAINT "lesson_mentions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_reckonings" ADD CONSTRAINT "lesson_reckonings_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_lessons" ADD CONSTRAINT "related_lessons_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_lessons" ADD CONSTRAINT "related_lessons_other_id_lessons_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."lessons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_by_collection" ON "collection_changes" USING btree ("collection_id","changed_at");--> statement-breakpoint
CREATE INDEX "collections_by_keeper" ON "collection_keepers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "collections_by_lesson" ON "collection_lessons" USING btree ("lesson_id");--> statement-breakpoint
CREATE INDEX "collections_by_update" ON "collections" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "mentions_by_path" ON "lesson_mentions" USING btree ("path");--> statement-breakpoint
CREATE INDEX "related_by_likeness" ON "related_lessons" USING btree ("lesson_id","likeness");--> statement-breakpoint
CREATE INDEX "related_by_other" ON "related_lessons" USING btree ("other_id");