import { mergeWords } from '#domain/notes/merge-rules.ts';
import { tidyText } from '#domain/text/typed-text-rules.ts';

/** A box as the site knows it. */
export interface SavedNote {
  key: string;
  words: string;
  version: number;
  savedBy: string | null;
}

interface Kept {
  typed: string;
  before: string;
  version: number;
}

/** A box on the page. Words that are not saved yet are kept in this browser, one entry to a box, until they are. */
export function openBox(field: HTMLTextAreaElement, writerId: string) {
  const { key = '', version: readAt = '0', before: readWords = '' } = field.dataset;
  const shelf = `notes/${writerId}/${key}`;
  const said = document.getElementById(`${field.id}-said`);
  let version = Number(readAt);
  let before = readWords;

  const isDirty = () => tidyText(field.value) !== before;

  function keep() {
    try {
      if (isDirty())
        localStorage.setItem(shelf, JSON.stringify({ typed: field.value, before, version } satisfies Kept));
      else localStorage.removeItem(shelf);
    } catch {
      // A browser that keeps nothing still saves.
    }
  }

  /** Takes in what is saved now. What both wrote stays; see `mergeWords`. */
  function hear(note: SavedNote) {
    if (note.version <= version) return;
    const mine = tidyText(field.value);
    const words = mergeWords(before, mine, note.words);
    const wasDirty = isDirty();
    if (words !== mine) {
      write(field, words);
      const who = note.savedBy ?? 'Somebody';
      say(wasDirty ? `${who} wrote here at the same time. Both texts are in the box now.` : `${who} wrote this.`);
    }
    version = note.version;
    before = note.words;
    keep();
  }

  const say = (sentence: string) => {
    if (said) said.textContent = sentence;
  };

  /** Words that were typed before the page went away, on top of what the page says now. */
  function recall() {
    const kept = readKept(shelf);
    if (!kept) return;
    const now = { key, words: before, version, savedBy: null };
    ({ before, version } = kept);
    field.value = kept.typed;
    hear(now);
  }

  recall();
  return {
    ...{ key, hear, isDirty },
    /** Somebody types in it. */
    typed() {
      say('');
      keep();
    },
    /** What to send, as the form would. */
    fields: () => ({ key, version: String(version), before, words: tidyText(field.value) }),
    /** The site has these words now; its version comes with the next news. */
    saved(words: string) {
      before = words;
      keep();
    },
  };
}

export type NoteBox = ReturnType<typeof openBox>;

function readKept(shelf: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Puts words into a field that somebody may be typing in: the cursor stays at its place between them. */
function write(field: HTMLTextAreaElement, words: string) {
  const { value, selectionEnd: at } = field;
  const isSameBefore = words.startsWith(value.slice(0, at));
  field.value = words;
  if (document.activeElement !== field) return;
  const cursor = isSameBefore ? at : Math.max(0, words.length - (value.length - at));
  field.setSelectionRange(cursor, cursor);
}
