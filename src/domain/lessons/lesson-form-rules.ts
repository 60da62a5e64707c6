import type { Circle, Viewer } from '../people/viewer.ts';
import { authorKey } from './lesson-author-rules.ts';
import type { LessonOrigin, LessonText, Worked } from './lesson-rules.ts';

/** What the form of a lesson shows before anything was typed. */
export interface LessonStart {
  state: 'new' | 'draft' | 'published';
  lessonId: string;
  basedOn: number;
  words: LessonText;
  /** Null: not asked yet. */
  worked: Worked | null;
  circle: Circle;
  meetupId: string | null;
  unitIds: readonly string[];
  tags: readonly string[];
  channelSlugs: readonly string[];
  origin: LessonOrigin | null;
  /** Who can be ticked as an author, and whether they are one. */
  authors: readonly { key: string; label: string; isTicked: boolean }[];
}

interface Author {
  personId: string;
}

/** An empty form for somebody who is going to write. */
export const blankLesson = (
  lessonId: string,
  writer: Author,
  about: { meetupId?: string | undefined; channelSlug?: string | undefined },
): LessonStart => ({
  state: 'new',
  lessonId,
  basedOn: 0,
  words: { title: '', tryThis: '', wanted: '', happened: '', why: '', nextTime: '' },
  worked: null,
  circle: 'public',
  meetupId: about.meetupId ?? null,
  unitIds: [],
  tags: [],
  channelSlugs: about.channelSlug ? [about.channelSlug] : [],
  origin: null,
  authors: [{ key: authorKey({ personId: writer.personId, guestName: '' }), label: 'Me', isTicked: true }],
});

/** The form of a lesson that answers the question of a topic. */
export const startWithTopic = (blank: LessonStart, { title, question }: { title: string; question: string }) => ({
  ...blank,
  words: { ...blank.words, title, wanted: question },
});

interface KnownLesson extends LessonText {
  id: string;
  publishedAt: Date | null;
  worked: Worked;
  circle: Circle;
  meetupId: string | null;
  units: readonly { id: string }[];
  tags: readonly string[];
  channels: readonly { slug: string }[];
  origin: LessonOrigin | null;
  authors: readonly { personId: string | null; name: string | null; role: string }[];
}

/** The form of a lesson that is there already. Whoever changes it can always become an author. */
export function startFrom(lesson: KnownLesson, revision: number, editor: Author): LessonStart {
  const { title, tryThis, wanted, happened, why, nextTime } = lesson;
  const authors = lesson.authors.map(({ personId, name, role }) => ({
    key: authorKey({ personId, guestName: name ?? '' }),
    label: personId === editor.personId ? 'Me' : (name ?? role),
    isTicked: true,
  }));
  const me = authorKey({ personId: editor.personId, guestName: '' });
  return {
    state: lesson.publishedAt ? 'published' : 'draft',
    lessonId: lesson.id,
    basedOn: revision,
    words: { title, tryThis, wanted, happened, why, nextTime },
    worked: lesson.worked,
    circle: lesson.circle,
    meetupId: lesson.meetupId,
    unitIds: lesson.units.map(({ id }) => id),
    tags: lesson.tags,
    channelSlugs: lesson.channels.map(({ slug }) => slug),
    origin: lesson.origin,
    authors: authors.some(({ key }) => key === me) ? authors : [...authors, { key: me, label: 'Me', isTicked: false }],
  };
}

/** The circles somebody can choose from: their own, and the one that is set already. */
export const circlesToChoose = ({ circles }: Pick<Viewer, 'circles'>, current: Circle): Circle[] => [
  ...circles,
  ...(circles.includes(current) ? [] : [current]),
];
