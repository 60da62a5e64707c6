CREATE VIRTUAL TABLE search_index USING fts5(
  title_words, body_words,
  content='search_entries', content_rowid='number',
  tokenize="unicode61 remove_diacritics 0", prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entries BEGIN
  INSERT INTO search_index(rowid, title_words, body_words) VALUES (new.number, new.title_words, new.body_words);
END;
--> statement-breakpoint
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entries BEGIN
  INSERT INTO search_index(search_index, rowid, title_words, body_words) VALUES ('delete', old.number, old.title_words, old.body_words);
END;
--> statement-breakpoint
CREATE TRIGGER search_entry_changed AFTER UPDATE OF title_words, body_words ON search_entries BEGIN
  INSERT INTO search_index(search_index, rowid, title_words, body_words) VALUES ('delete', old.number, old.title_words, old.body_words);
  INSERT INTO search_index(rowid, title_words, body_words) VALUES (new.number, new.title_words, new.body_words);
END;
