import { planClosing, tickClosing } from '#domain/channel-closings/closing-commands.ts';
import { readAddress } from '#domain/channels/channel-address-rules.ts';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { saveChannel } from '#domain/channels/channel-commands.ts';
import { reviewChannel } from '#domain/channels/channel-review-commands.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import type { Platform } from '#domain/channels/platform-rules.ts';
import { dayOf, daysAfter, daysBefore } from './demo-calendar.ts';
import { fieldsOf } from './demo-channel-fields.ts';
import { type DemoChannel, demoChannels } from './demo-channels.ts';
import { type DemoRoom, expectKind, named } from './demo-room.ts';

/** How many days lie between two reviews of one channel, as people really keep to half a year. */
const BETWEEN_REVIEWS = 172;
/** The register is as old as the first café. */
const OLDEST_RECORD = 720;

/** The register, with its history: added, reviewed now and then, and closed. */
export async function seedChannels(room: DemoRoom) {
  const platforms = await listPlatforms(room.tx);
  for (const channel of demoChannels) await seedChannel(room, channel, platforms);
  for (const channel of demoChannels) if (channel.closed) await close(room, channel, platforms);
  for (const channel of demoChannels) if (channel.status === 'closing') await planEnd(room, channel);
}

async function seedChannel(room: DemoRoom, channel: DemoChannel, platforms: readonly Platform[]) {
  const { tx, now, chance, channels, people } = room;
  const { newId } = chance;
  const reviewedDaysAgo = daysSinceReview(room, channel);
  const reviews = chance.between(1, 3);
  const addedDaysAgo = Math.min(OLDEST_RECORD, reviewedDaysAgo + reviews * BETWEEN_REVIEWS);
  const fields = fieldsOf(room, channel, addressOf(channel, platforms), addedDaysAgo);
  const id = newId();
  const keeper = named(people, 'kofi').id;
  const save = (saved: ChannelFields, daysAgo: number) =>
    saveChannel(tx, { id, fields: saved, checkedOn: null, savedById: keeper, now: daysBefore(now, daysAgo), newId });
  const first = chance.inHundred(12) && fields.deputyId !== keeper ? { ...fields, ownerId: keeper } : fields;
  const added = await save(first, addedDaysAgo);
  if (added.kind !== 'added') throw new Error(`The demo cannot add the channel “${channel.name}”: ${added.kind}.`);
  await save(fields, reviewedDaysAgo + 1);
  channels.set(channel.name, id);
  if (!isLive(channel)) return;
  for (let review = reviews - 1; review >= 0; review--)
    await reviewAgain(room, id, fields, reviewedDaysAgo + review * BETWEEN_REVIEWS);
}

const isLive = ({ status, closed }: DemoChannel) => !closed && status !== 'requested' && status !== 'approved';

function daysSinceReview({ chance }: DemoRoom, { isOverdue }: DemoChannel): number {
  if (isOverdue) return chance.between(195, 420);
  return chance.inHundred(8) ? chance.between(156, 178) : chance.between(4, 150);
}

async function reviewAgain(
  { tx, now, settings, chance, people }: DemoRoom,
  channelId: string,
  fields: ChannelFields,
  daysAgo: number,
) {
  const reviewedById = fields.ownerId ?? fields.deputyId ?? named(people, 'kofi').id;
  const reviewedOn = dayOf(daysBefore(now, daysAgo), settings.timeZone).toString();
  const review = { channelId, result: 'still-right' as const, notes: '', reviewedById, reviewedOn };
  await reviewChannel(tx, { ...review, newId: chance.newId });
}

async function close(room: DemoRoom, { name, closed }: DemoChannel, platforms: readonly Platform[]) {
  const { tx, now, settings, chance, channels, people } = room;
  if (!closed) return;
  const closedAt = daysBefore(now, chance.between(110, 130));
  const gone = closed.why === 'platform-gone' && platforms.find(({ label }) => name.includes(label))?.retiredOn;
  const outcome = await closeChannel(tx, {
    id: named(channels, name),
    closedOn: gone || dayOf(closedAt, settings.timeZone).toString(),
    why: closed.why,
    goInsteadId: closed.goInstead ? named(channels, closed.goInstead) : null,
    handleFate: closed.why === 'platform-gone' ? 'deleted' : 'kept-parked',
    closedById: named(people, 'kofi').id,
    now: closedAt,
    newId: chance.newId,
  });
  if (outcome.kind !== 'closed') throw new Error(`The demo cannot close the channel “${name}”: ${outcome.kind}.`);
}

/** Where a channel is, read as the form for keepers reads it. */
function addressOf({ name, where }: DemoChannel, platforms: readonly Platform[]) {
  const [, platformKey = '', rest = where] = /^([a-z_]+): (.+)$/.exec(where) ?? [];
  const isLink = platformKey === '' || /^https?:/.test(rest);
  const address = readAddress(platforms, { platformKey, link: isLink ? rest : '', handle: '' });
  const platform = address.kind === 'address' && platforms.find(({ key }) => key === address.platformKey);
  if (!platform) throw new Error(`The demo has no platform for the channel “${name}” at “${where}”.`);
  return { address, platform, place: isLink ? '' : rest };
}

/** A channel that ends in six weeks, with its last posts written. */
async function planEnd({ tx, now, settings, stationery, channels, people }: DemoRoom, { name, owner }: DemoChannel) {
  const channelId = named(channels, name);
  const planner = { person: { id: named(people, owner ?? 'kofi').id }, isKeeper: true, isAdmin: false };
  const plan = {
    ...{ channelId, why: 'no-audience' as const, goInsteadId: null, handleFate: 'kept-parked' as const },
    closesOn: dayOf(daysAfter(now, 42), settings.timeZone).toString(),
    lastPosts: 'One a week until then: when we end, why, and where people find the same.',
    pinnedWords: 'This channel has ended. Look for us in the directory of the council.',
  };
  expectKind('planned', await planClosing(tx, planner, plan, stationery, daysBefore(now, 10)));
  const tick = { channelId, step: 'last-posts' as const, isDone: true };
  expectKind('ticked', await tickClosing(tx, planner, tick, daysBefore(now, 3)));
}
