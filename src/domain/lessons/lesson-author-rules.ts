import { isNamedTo, normaliseEmail } from '../people/people-rules.ts';
import type { Circle, Viewer } from '../people/viewer.ts';
import { onOneLine } from '../text/typed-text-rules.ts';

/** An author as it is kept: somebody of this site, or a guest by name. */
export type LessonAuthor = { personId: string; guestName: '' } | { personId: null; guestName: string };

/** An author as a viewer may see them. */
export interface ShownAuthor {
  personId: string | null;
  /** Null when the person did not agree to be named to this viewer. */
  name: string | null;
  role: string;
  unit: string;
}

export const MOST_AUTHORS = 12;

export interface AuthorRow {
  guestName: string;
  person: { id: string; name: string; jobTitle: string; circle: Circle; showsName: boolean } | null;
  unit: string | null;
  organisation: string | null;
  /** What they wrote it as, by its name of then; empty for themselves. */
  hatName?: string | undefined;
}

const CIRCLE_WORDS: Record<Circle, string> = {
  public: 'a resident',
  partner: 'somebody at a partner',
  staff: 'a member of staff',
};

/** A guest by the name given; a person by name if this viewer may know it, else by what they are. */
export function showAuthor(viewer: Pick<Viewer, 'circle' | 'person'>, author: AuthorRow): ShownAuthor {
  const { person, guestName } = author;
  if (!person) return { personId: null, name: guestName, role: '', unit: '' };
  const unit = author.hatName || author.unit || author.organisation || '';
  return person.name && isNamedTo(viewer, person)
    ? { personId: person.id, name: person.name, role: person.jobTitle, unit }
    : { personId: person.id, name: null, role: CIRCLE_WORDS[person.circle], unit };
}

/** How a form names an author it already has. */
export const authorKey = ({ personId, guestName }: { personId: string | null; guestName: string }): string =>
  personId === null ? `guest:${guestName}` : `person:${personId}`;

/** The people among the authors of a form. */
export const personIds = (keys: readonly string[]): string[] =>
  keys.flatMap((key) => (key.startsWith('person:') ? [key.slice('person:'.length)] : []));

/** What a line of the form means: a mail address stands for a person, anything else is a guest's name. */
export function readAuthorLines(typed: string): { emails: string[]; names: string[] } {
  const lines = typed.split('\n').map(onOneLine);
  const filled = [...new Set(lines.filter(Boolean))];
  return {
    emails: filled.filter((line) => line.includes('@')).map(normaliseEmail),
    names: filled.filter((line) => !line.includes('@')),
  };
}

/** The authors a form keeps: guests as they were, people only when they are known to the lesson or are the writer. */
export function keptAuthors(keys: readonly string[], knownIds: readonly string[]): LessonAuthor[] {
  return keys.flatMap((key): LessonAuthor[] => {
    const [kind, value] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1).trim()];
    if (kind === 'guest' && value) return [{ personId: null, guestName: value.slice(0, 120) }];
    return kind === 'person' && knownIds.includes(value) ? [{ personId: value, guestName: '' }] : [];
  });
}

/** The authors in a few words: "Sam Green, a resident and Mo Adams". */
export function sayAuthors(authors: readonly Pick<ShownAuthor, 'name' | 'role'>[]): string {
  const names = authors.map(({ name, role }) => name ?? role);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
