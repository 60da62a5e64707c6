import { mergeWords } from '#domain/notes/merge-rules.ts';
import { type Note, type NotedTopic, noteKey } from '#domain/notes/note-rules.ts';
import { tidyText } from '#domain/text/typed-text-rules.ts';
import type { FormState } from '../form.ts';

/** A box as the form shows it. */
export interface ShownNote extends Note {
  key: string;
  /** What is saved now, and what `words` begins with. */
  before: string;
  /** Whether somebody else saved it while this person typed: then `words` holds both texts. */
  isMerged: boolean;
}

/** Every box of a meetup: as it is saved or, after a form was refused, as it was typed, with what others saved meanwhile. */
export function notesToShow(form: FormState, topics: readonly NotedTopic[]): ShownNote[] {
  const keys = form.values('key');
  const [versions, befores, texts] = [form.values('version'), form.values('before'), form.values('words')];
  return topics.flatMap(({ notes }) =>
    notes.map((note) => {
      const key = noteKey(note);
      const shown = { ...note, key, before: note.words };
      const at = keys.indexOf(key);
      const typed = texts[at];
      if (typed === undefined) return { ...shown, isMerged: false };
      const before = tidyText(befores[at] ?? '');
      const isOld = Number(versions[at]) !== note.version;
      const words = isOld ? mergeWords(before, tidyText(typed), note.words) : typed;
      return { ...shown, words, isMerged: isOld && tidyText(typed) !== before && words !== note.words };
    }),
  );
}
