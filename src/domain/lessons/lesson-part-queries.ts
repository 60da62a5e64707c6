import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { keepQuery } from '#db/kept-query.ts';
import { statusesSeenBy } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { showAuthor } from './lesson-author-rules.ts';

/** The authors of some lessons, in their order, named only to those who may know the name. */
export async function listAuthors(read: Reader, viewer: Viewer, lessonIds: readonly string[]) {
  const rows = await authorsOf(read, { lessonIds });
  return rows.map((row) => ({ lessonId: row.lessonId, ...showAuthor(viewer, row) }));
}

const authorsOf = keepQuery((read: Reader) => {
  const { lessonAuthors, people, units, organisations } = read.tables;
  return read
    .select({
      lessonId: lessonAuthors.lessonId,
      guestName: lessonAuthors.guestName,
      hatName: lessonAuthors.hatName,
      person: {
        id: people.id,
        name: people.name,
        jobTitle: people.jobTitle,
        circle: people.circle,
        showsName: people.showsName,
      },
      unit: units.name,
      organisation: organisations.name,
    })
    .from(lessonAuthors)
    .leftJoin(people, eq(people.id, lessonAuthors.personId))
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(read.isAmong(lessonAuthors.lessonId, 'lessonIds'))
    .orderBy(asc(lessonAuthors.lessonId), asc(lessonAuthors.position));
});

/** Who stands behind a lesson, for deciding who may change it and how far its links are trusted. */
export async function listPeopleBehind(read: Reader | Writer, lessonIds: readonly string[]) {
  const { lessonAuthors, people } = read.tables;
  return read
    .select({ lessonId: lessonAuthors.lessonId, id: people.id, circle: people.circle })
    .from(lessonAuthors)
    .innerJoin(people, eq(people.id, lessonAuthors.personId))
    .where(inArray(lessonAuthors.lessonId, [...lessonIds]))
    .orderBy(asc(lessonAuthors.lessonId), asc(lessonAuthors.position));
}

export const listUnitsOf = (read: Reader, lessonIds: readonly string[]) => unitsOf(read, { lessonIds });

const unitsOf = keepQuery((read: Reader) => {
  const { lessonUnits, units } = read.tables;
  return read
    .select({ lessonId: lessonUnits.lessonId, id: units.id, slug: units.slug, name: units.name })
    .from(lessonUnits)
    .innerJoin(units, eq(units.id, lessonUnits.unitId))
    .where(read.isAmong(lessonUnits.lessonId, 'lessonIds'))
    .orderBy(asc(units.name));
});

export const listTags = (read: Reader, lessonIds: readonly string[]) => tagsOf(read, { lessonIds });

const tagsOf = keepQuery((read: Reader) => {
  const { lessonTags } = read.tables;
  return read
    .select({ lessonId: lessonTags.lessonId, tag: lessonTags.tag })
    .from(lessonTags)
    .where(read.isAmong(lessonTags.lessonId, 'lessonIds'))
    .orderBy(asc(lessonTags.tag));
});

/** The channels a lesson is about, as far as this viewer may see them. */
export function listChannelsOf(read: Reader, viewer: Viewer, lessonId: string) {
  const { lessonChannels, channels } = read.tables;
  return read
    .select({ id: channels.id, slug: channels.slug, name: channels.name })
    .from(lessonChannels)
    .innerJoin(channels, eq(channels.id, lessonChannels.channelId))
    .where(
      and(
        eq(lessonChannels.lessonId, lessonId),
        inArray(channels.circle, [...viewer.circles]),
        inArray(channels.status, [...statusesSeenBy(viewer)]),
      ),
    )
    .orderBy(asc(channels.name), asc(channels.id));
}
