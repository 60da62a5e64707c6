-- Each name that meetups shared becomes a series: its latest meetup says how such a date usually is.
INSERT INTO series (id, slug, name, purpose, circle, rules, except_days, extra_days, first_day, start_time, end_time, zone, cost, places, phone, created_at, updated_at)
SELECT id, slug, series_name, '', circle, '[]'::jsonb, '[]'::jsonb, '[]'::jsonb, NULL, substr(starts_local, 12, 5), substr(ends_local, 12, 5), zone, cost, places, '', created_at, updated_at
FROM meetups AS latest
WHERE series_name <> '' AND NOT EXISTS (
  SELECT 1 FROM meetups AS later
  WHERE later.series_name = latest.series_name
    AND (later.starts_at > latest.starts_at OR (later.starts_at = latest.starts_at AND later.id > latest.id))
);
--> statement-breakpoint
UPDATE meetups SET series_id = (SELECT series.id FROM series WHERE series.name = meetups.series_name), edited_by_hand_at = updated_at
WHERE series_name <> '';
--> statement-breakpoint
INSERT INTO series_venues (series_id, venue_id, position)
SELECT id, venue_id, 1 FROM meetups WHERE id IN (SELECT id FROM series);
--> statement-breakpoint
INSERT INTO series_hosts (series_id, person_id, from_on)
SELECT id, host_id, substr(starts_local, 1, 10) FROM meetups WHERE id IN (SELECT id FROM series);
--> statement-breakpoint
INSERT INTO series_hosts (series_id, person_id, from_on)
SELECT id, second_host_id, substr(starts_local, 1, 10) FROM meetups
WHERE id IN (SELECT id FROM series) AND second_host_id IS NOT NULL AND second_host_id <> host_id;
--> statement-breakpoint
ALTER TABLE "meetups" DROP COLUMN "series_name";