import { keptAuthors, type LessonAuthor, MOST_AUTHORS, readAuthorLines } from '#domain/lessons/lesson-author-rules.ts';
import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import type { Circle, Member } from '#domain/people/viewer.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import type { LessonInput } from './lesson-fields.ts';

/** Somebody a form may name by id. */
interface Known {
  id: string;
  circle: Circle;
}

/**
 * The authors a form names, each once: those it keeps, then those it adds.
 *
 * @param known the lesson's authors so far and whoever is writing.
 * @param least how many there must be: 1 once others read it.
 * @returns also the circles of those who are people of the site.
 */
export async function findAuthors(
  { authors, moreAuthors }: Pick<LessonInput, 'authors' | 'moreAuthors'>,
  known: readonly Known[],
  editor: Member,
  { read }: Pick<Site, 'read'>,
  least: 0 | 1,
): Promise<{ authors: LessonAuthor[]; circles: Circle[] }> {
  const { emails, names } = readAuthorLines(moreAuthors);
  const people = await findColleagues(emails, editor, read);
  const kept = keptAuthors(
    authors,
    known.map(({ id }) => id),
  );
  const all = eachOnce([
    ...kept,
    ...people.map(({ id }): LessonAuthor => ({ personId: id, guestName: '' })),
    ...names.map((guestName): LessonAuthor => ({ personId: null, guestName })),
  ]);
  if (all.length < least) throw wrongFields({ authors: 'Tick or name at least one author' });
  if (all.length > MOST_AUTHORS) throw wrongFields({ moreAuthors: `Name ${MOST_AUTHORS} authors or fewer` });
  const named = [...known, ...people].filter(({ id }) => all.some(({ personId }) => personId === id));
  return { authors: all, circles: named.map(({ circle }) => circle) };
}

/** Whether an address is known here is only for colleagues to learn. */
async function findColleagues(emails: readonly string[], editor: Member, read: Site['read']) {
  if (emails.length === 0) return [];
  if (editor.circle === 'public')
    throw wrongFields({ moreAuthors: 'Write their names here, not their mail addresses' });
  const people = await listPeopleByEmail(read, emails);
  const unknown = emails.find((email) => !people.some((person) => person.email === email));
  if (unknown) throw wrongFields({ moreAuthors: `Nobody has signed in as ${unknown} yet. Write the name instead` });
  return people;
}

const eachOnce = (authors: readonly LessonAuthor[]) =>
  authors.filter(
    (author, at) =>
      authors.findIndex((other) => other.personId === author.personId && other.guestName === author.guestName) === at,
  );
