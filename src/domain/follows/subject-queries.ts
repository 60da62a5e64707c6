import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import { mayBeKnown } from '../people/people-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import type { FollowKind, Subject, SubjectKey } from './follow-rules.ts';

/** What somebody wants to follow, if this viewer may see it. */
export async function findSubject(read: Reader, viewer: Viewer, key: SubjectKey): Promise<Subject | undefined> {
  const [subject] = await listSubjects(read, viewer, [key]);
  return subject;
}

/** Those of the subjects that this viewer may see: as many queries as there are kinds, however many they are. */
export async function listSubjects(read: Reader, viewer: Viewer, keys: readonly SubjectKey[]): Promise<Subject[]> {
  const kinds = [...new Set(keys.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = keys.filter((key) => key.kind === kind).map(({ subjectId }) => subjectId);
      const rows = await LISTS[kind](read, viewer, ids);
      return rows.map(({ id, isOver = false, ...shown }) => ({ kind, subjectId: id, isOver, ...shown }));
    }),
  );
  return found.flat();
}

type List = (
  read: Reader,
  viewer: Viewer,
  ids: string[],
) => Promise<{ id: string; name: string; path: string; isOver?: boolean }[]>;

const LISTS: Record<FollowKind, List> = {
  async series(read, viewer, ids) {
    const { series, seriesRests } = read.tables;
    const rows = await read
      .select({ id: series.id, name: series.name, slug: series.slug, rest: seriesRests.kind })
      .from(series)
      .leftJoin(seriesRests, eq(seriesRests.seriesId, series.id))
      .where(and(inArray(series.id, ids), inArray(series.circle, [...viewer.circles])));
    return rows.map(({ id, name, slug, rest }) => ({ id, name, path: `/series/${slug}`, isOver: rest === 'ended' }));
  },

  async tag(read, viewer, ids) {
    const { lessonTags, lessons, lessonPublications, lessonWithdrawals } = read.tables;
    const rows = await read
      .selectDistinct({ tag: lessonTags.tag })
      .from(lessonTags)
      .innerJoin(lessons, eq(lessons.id, lessonTags.lessonId))
      .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessonTags.lessonId))
      .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessonTags.lessonId))
      .where(and(inArray(lessonTags.tag, ids), isOpenTo(read, viewer)));
    return rows.map(({ tag }) => ({ id: tag, name: tag, path: `/lessons?tag=${encodeURIComponent(tag)}` }));
  },

  async unit(read, _, ids) {
    const { units } = read.tables;
    const rows = await read
      .select({ id: units.id, name: units.name, slug: units.slug })
      .from(units)
      .where(inArray(units.id, ids));
    return rows.map(({ id, name, slug }) => ({ id, name, path: `/units/${slug}` }));
  },

  async person(read, viewer, ids) {
    const { people } = read.tables;
    const rows = await read
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(inArray(people.id, ids), mayBeKnown(read, viewer)));
    return rows.map(({ id, name }) => ({ id, name, path: `/people/${id}` }));
  },

  async channel(read, viewer, ids) {
    const { channels } = read.tables;
    const rows = await read
      .select({ id: channels.id, name: channels.name, slug: channels.slug })
      .from(channels)
      .where(and(inArray(channels.id, ids), mayBeSeen(channels, viewer)));
    return rows.map(({ id, name, slug }) => ({ id, name, path: `/channels/${slug}` }));
  },

  async thread(read, viewer, ids) {
    const { meetups } = read.tables;
    const [lessons, channels, dates] = await Promise.all([
      listOpenLessons(read, viewer, ids),
      LISTS.channel(read, viewer, ids),
      read
        .select({ id: meetups.id, name: meetups.title, slug: meetups.slug })
        .from(meetups)
        .where(and(inArray(meetups.id, ids), inArray(meetups.circle, [...viewer.circles]))),
    ]);
    return [
      ...lessons.map(({ id, name, slug }) => ({ id, name, path: `/lessons/${slug}#comments` })),
      ...dates.map(({ id, name, slug }) => ({ id, name, path: `/meetups/${slug}#comments` })),
      ...channels.map(({ path, ...channel }) => ({ ...channel, path: `${path}#comments` })),
    ];
  },
};

function listOpenLessons(read: Reader, viewer: Viewer, ids: string[]) {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  return read
    .select({ id: lessons.id, name: lessons.title, slug: lessons.slug })
    .from(lessonPublications)
    .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(inArray(lessons.id, ids), isOpenTo(read, viewer)));
}
