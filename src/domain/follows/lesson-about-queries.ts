import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { listTags } from '../lessons/lesson-part-queries.ts';
import { listUnits } from '../people/people-queries.ts';
import { unitsAbove } from '../units/unit-rules.ts';
import { type About, circlesThatKnow, circlesThatSee, circlesThatSeeChannel } from './news-rules.ts';

export const EVERYONE = circlesThatSee('public');

/**
 * What lessons are about, for whoever follows it: their tags, their units and those above, their authors, as far as they
 * may be named, and their channels. Five queries, however many lessons.
 */
export async function listAboutLessons(read: Reader, lessonIds: readonly string[]) {
  const ids = [...new Set(lessonIds)];
  const [tags, units, authors, channels] = await Promise.all([
    listTags(read, ids),
    listUnitsAbout(read, ids),
    listAuthorsKnown(read, ids),
    listChannelsAbout(read, ids),
  ]);
  const abouts = [
    ...tags.map(({ lessonId, tag }) => ({ lessonId, about: about('tag', { id: tag, name: tag }) })),
    ...units,
    ...channels,
    ...authors,
  ];
  return (id: string) => ({
    about: abouts.filter(({ lessonId }) => lessonId === id).map(({ about }) => about),
    byIds: authors.filter(({ lessonId }) => lessonId === id).map(({ about }) => about.subjectId),
  });
}

/** A unit and every unit above it: whoever follows a directorate follows its parts. */
export async function listUnitLines(read: Reader): Promise<(unitId: string) => About[]> {
  const units = await listUnits(read);
  return (unitId) => unitsAbove(units, unitId).map((unit) => about('unit', unit));
}

async function listUnitsAbout(read: Reader, ids: readonly string[]) {
  const { lessonUnits } = read.tables;
  const rows = await read
    .select()
    .from(lessonUnits)
    .where(inArray(lessonUnits.lessonId, [...ids]));
  const lineOf = await listUnitLines(read);
  return rows.flatMap(({ lessonId, unitId }) => lineOf(unitId).map((about) => ({ lessonId, about })));
}

async function listAuthorsKnown(read: Reader, ids: readonly string[]) {
  const { lessonAuthors, people } = read.tables;
  const { id, name, circle, showsName } = people;
  const rows = await read
    .select({ lessonId: lessonAuthors.lessonId, person: { id, name, circle, showsName } })
    .from(lessonAuthors)
    .innerJoin(people, eq(people.id, lessonAuthors.personId))
    .where(inArray(lessonAuthors.lessonId, [...ids]));
  return rows.map(({ lessonId, person }) => ({ lessonId, about: about('person', person, circlesThatKnow(person)) }));
}

async function listChannelsAbout(read: Reader, ids: readonly string[]) {
  const { lessonChannels, channels } = read.tables;
  const { id, name, circle, status } = channels;
  const rows = await read
    .select({ lessonId: lessonChannels.lessonId, channel: { id, name, circle, status } })
    .from(lessonChannels)
    .innerJoin(channels, eq(channels.id, lessonChannels.channelId))
    .where(inArray(lessonChannels.lessonId, [...ids]));
  return rows.map(({ lessonId, channel }) => ({
    lessonId,
    about: about('channel', channel, circlesThatSeeChannel(channel)),
  }));
}

const about = (kind: About['kind'], { id, name }: { id: string; name: string }, seenBy = EVERYONE): About => ({
  ...{ kind, subjectId: id, name, seenBy },
});
