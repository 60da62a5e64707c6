import type { ActionAPIContext } from 'astro:actions';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { MOST_CHANNELS, readChannelLines } from '#domain/lessons/lesson-channel-rules.ts';
import { listChannelsNamed, listMeetupsToChoose } from '#domain/lessons/lesson-choice-queries.ts';
import { listUnits } from '#domain/people/people-queries.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import type { LessonInput } from './lesson-fields.ts';

type Locals = ActionAPIContext['locals'];

/**
 * The meetup, units and channels a form names, as far as the viewer may see them.
 *
 * @param toldAt the meetup the lesson has so far: kept when the viewer cannot see it, and so cannot have taken it out.
 * @throws a wrong field for anything else.
 */
export async function findNeighbours(input: LessonInput, toldAt: string | null, locals: Locals) {
  const [meetupId, unitIds, channelIds] = await Promise.all([
    findMeetup(input, toldAt, locals),
    findUnits(input, locals),
    findChannels(input, locals),
  ]);
  return { meetupId, unitIds, channelIds };
}

async function findMeetup({ meetupId }: LessonInput, toldAt: string | null, { read, viewer, now }: Locals) {
  const meant = meetupId ?? toldAt;
  if (meant === null) return null;
  const isSeen = (await listMeetupsToChoose(read, viewer, now, meant)).some(({ id }) => id === meant);
  if (meetupId === null) return isSeen ? null : toldAt;
  if (!isSeen) throw wrongFields({ meetupId: 'Choose a meetup from the list' });
  return meetupId;
}

async function findUnits({ unitIds }: LessonInput, { read }: Locals) {
  const known = new Set((await listUnits(read)).map(({ id }) => id));
  if (!unitIds.every((id) => known.has(id))) throw wrongFields({ unitIds: 'Choose units from the list' });
  return [...new Set(unitIds)];
}

async function findChannels({ channels }: LessonInput, { read, viewer, site }: Locals) {
  if (channels === '') return [];
  const mentions = readChannelLines(channels, site.url, await listPlatforms(read));
  if (mentions.length > MOST_CHANNELS) throw wrongFields({ channels: `Name ${MOST_CHANNELS} channels or fewer` });
  const named = await listChannelsNamed(read, viewer, {
    slugs: mentions.flatMap(({ slug }) => slug ?? []),
    linkKeys: mentions.flatMap(({ linkKey }) => linkKey ?? []),
  });
  const ids = mentions.map((mention) => {
    const channel = named.find(
      ({ slug, linkKey }) => slug === mention.slug || (linkKey !== null && linkKey === mention.linkKey),
    );
    if (channel) return channel.id;
    throw wrongFields({
      channels: `We know no channel at “${mention.line}”. Copy its address from the directory, or leave it out`,
    });
  });
  return [...new Set(ids)];
}
