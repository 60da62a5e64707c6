import { and, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { listSoleDrafts } from './draft-queries.ts';
import { listHoldings, listHostedMeetups, listHostedSeries } from './holding-queries.ts';

/** Everything that somebody is the only name on, in words: it would be nobody's when they are gone. */
export async function listSoleNames(
  read: Reader | Writer,
  personId: string,
  today: string,
  now: Date,
): Promise<string[]> {
  const holdings = await listHoldings(read, personId);
  const series = await listHostedSeries(read, personId, today);
  const meetups = await listHostedMeetups(read, personId, now);
  const promised = await listPromised(read, personId);
  const drafts = (await listSoleDrafts(read, personId)).length;
  return [
    ...holdings.filter(({ isSole }) => isSole).map(({ name }) => `Channel: ${name}`),
    ...promised.map(({ name }) => `Being handed over to them: ${name}`),
    ...series.filter(({ isSole }) => isSole).map(({ name }) => `Series: ${name}`),
    ...meetups.filter(({ secondHostId }) => secondHostId === null).map(({ title }) => `Meetup: ${title}`),
    ...(drafts > 0 ? [drafts === 1 ? 'The draft of a lesson' : `The drafts of ${drafts} lessons`] : []),
    ...((await isLastAdmin(read, personId)) ? ['The role of admin'] : []),
  ];
}

/** The channels that somebody is asked or has agreed to take over. */
function listPromised(read: Reader | Writer, personId: string) {
  const { handOvers, channels } = read.tables;
  return read
    .select({ name: channels.name })
    .from(handOvers)
    .innerJoin(channels, eq(channels.id, handOvers.channelId))
    .where(and(eq(handOvers.toId, personId), isNull(handOvers.endedAt)));
}

/** Somebody has to be able to give roles back. */
async function isLastAdmin(read: Reader | Writer, personId: string): Promise<boolean> {
  const { roles, people } = read.tables;
  const admins = await read
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.role, 'admin'), isNull(people.leftAt)));
  return admins.length === 1 && admins[0]?.id === personId;
}
