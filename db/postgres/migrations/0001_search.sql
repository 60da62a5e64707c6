ALTER TABLE search_entries ADD COLUMN search_index tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', body_words), 'D')
) STORED;
--> statement-breakpoint
CREATE INDEX search_entries_by_word ON search_entries USING gin (search_index);
