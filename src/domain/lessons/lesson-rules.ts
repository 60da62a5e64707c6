import type { LessonText } from '#db/tables/lessons.ts';
import type { Circle, Viewer } from '../people/viewer.ts';
import { foldWords } from '../search/search-rules.ts';
import { nthSlug, slugOf } from '../slugs/slug-rules.ts';
import type { LessonAuthor } from './lesson-author-rules.ts';

export type { LessonText };

/** `not-said`: a story or a note, of which nobody asks whether it worked. */
export const WORKED = ['yes', 'partly', 'no', 'too-early', 'not-said'] as const;
export type Worked = (typeof WORKED)[number];

export const WORKED_WORDS: Record<Worked, string> = {
  yes: 'It worked',
  partly: 'It partly worked',
  no: 'It did not work',
  'too-early': 'Too early to say',
  'not-said': 'Not what it is about',
};

/** Where a lesson was first told. */
export interface LessonOrigin {
  name: string;
  url: string | null;
}

/** The four questions of an after-action review, in their order; each answer is Markdown. */
export const PARTS = ['wanted', 'happened', 'why', 'nextTime'] as const;
export type Part = (typeof PARTS)[number];

export const PART_HEADINGS: Record<Part, string> = {
  wanted: 'What we wanted',
  happened: 'What happened',
  why: 'Why',
  nextTime: 'What we would do next time',
};

/** The level of the first heading inside a part: the page has the title at 1 and the parts at 2. */
export const LEVEL_IN_PART = 3;

/** Each part as HTML that is safe to show. */
export type LessonHtml = Record<Part, string>;

/** Somebody signed in, as far as lessons ask. */
export type LessonEditor = Pick<Viewer, 'circle' | 'circles' | 'isAdmin'> & { person: { id: string } };

/** Who stands behind a lesson: whoever entered it, and its authors who are people of the site. */
export interface LessonPeople {
  createdById: string;
  authorIds: readonly string[];
}

/** Whether somebody may change or withdraw a lesson, and see it while it is a draft. */
export const mayEdit = (
  { person, isAdmin }: { person: { id: string } | null; isAdmin: boolean },
  { createdById, authorIds }: LessonPeople,
): boolean => person !== null && (isAdmin || person.id === createdById || authorIds.includes(person.id));

/** A member of the public can only write for everyone: nobody gives to a circle they are not in. */
export const mayGiveTo = ({ circles }: Pick<Viewer, 'circles'>, circle: Circle): boolean => circles.includes(circle);

/** Links count for search engines only when nobody from outside had a hand in them. */
export const isTrusted = (circles: readonly Circle[]): boolean => circles.every((circle) => circle !== 'public');

/** Who could read and who wrote a lesson when somebody opened its form. */
export interface OpenedLesson {
  circle: Circle;
  authorIds: readonly string[];
}

interface Around {
  circle: Circle;
  authors: readonly LessonAuthor[];
  opened?: OpenedLesson;
}

/** A circle that the writer left alone is what it is by now, and who became an author meanwhile stays one. */
export function withNewer<Wish extends Around>(wish: Wish, now: OpenedLesson): Wish {
  const { opened, authors } = wish;
  if (!opened) return wish;
  const circle = wish.circle === opened.circle ? now.circle : wish.circle;
  const known = [...opened.authorIds, ...authors.map(({ personId }) => personId)];
  const joined = now.authorIds.filter((id) => !known.includes(id));
  return {
    ...wish,
    circle,
    authors: [...authors, ...joined.map((personId) => ({ personId, guestName: '' as const }))],
  };
}

export const MOST_TAGS = 8;

/** Tags as a person types them, separated by commas or lines: `Opening hours, SURVEYS` → `opening-hours`, `surveys`. */
export function readTags(typed: string): string[] {
  const tags = typed.split(/[,;\n]/).map((tag) => [...foldWords(tag).join('-')].slice(0, 40).join(''));
  return [...new Set(tags.filter(Boolean))];
}

/** Words the addresses of other pages use: /lessons/new is the page for writing one. */
const RESERVED = ['new', 'drafts', 'invitations', 'quick', 'tags'];

/** The slugs a lesson may take, best first: the last holds its own id and is always free. */
export function slugsFor(title: string, id: string): string[] {
  const slug = slugOf(title);
  const numbered = Array.from({ length: 20 }, (_, n) => nthSlug(slug, n + 1));
  return [...numbered, `${slug}-${id}`].filter((candidate) => !RESERVED.includes(candidate));
}

/** The words of a lesson in the order of its form: a line for its title, one to try, and the parts. */
export const WORD_NAMES = ['title', 'tryThis', ...PARTS] as const;

export const WORD_HEADINGS: Record<keyof LessonText, string> = {
  title: 'Title',
  tryThis: 'Try this',
  ...PART_HEADINGS,
};

/** The parts of the words that differ, in the order of the form. */
export const changedWords = (before: LessonText, after: LessonText): (keyof LessonText)[] =>
  WORD_NAMES.filter((name) => before[name] !== after[name]);
