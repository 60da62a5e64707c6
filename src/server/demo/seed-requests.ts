import { readAddress } from '#domain/channels/channel-address-rules.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import type { Platform } from '#domain/channels/platform-rules.ts';
import { decideRequest } from '#domain/requests/decision-commands.ts';
import { type Asker, askAbout, askToOpen, saveOpening } from '#domain/requests/request-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import { demoChannels } from './demo-channels.ts';
import { type DemoRequest, demoRequestDraft, demoRequests } from './demo-requests.ts';
import { type DemoRoom, expectKind, named } from './demo-room.ts';

/** Requests in each state: for new channels, and about channels that are there. */
export async function seedRequests(room: DemoRoom) {
  const platforms = await listPlatforms(room.tx);
  for (const request of demoRequests) await seedRequest(room, request, platforms);
  const draft = { id: room.chance.newId(), opening: openingOf(room, demoRequestDraft) };
  const begun = daysBefore(room.now, demoRequestDraft.daysAgo);
  expectKind('saved', await saveOpening(room.tx, askerOf(room, demoRequestDraft.by), draft, begun));
  await ask(room, { kind: 'claim', by: 'miriam', reason: 'We answer there already. It should say so.' });
  await ask(room, { kind: 'pause', by: 'tomasz', reason: 'The van is in the workshop until the new year.' });
}

async function seedRequest(room: DemoRoom, request: DemoRequest, platforms: readonly Platform[]) {
  const { tx, now, chance, stationery } = room;
  const id = chance.newId();
  const opening = openingOf(room, request);
  const asked = await askToOpen(
    tx,
    askerOf(room, request.by),
    { id, opening },
    stationery,
    daysBefore(now, request.daysAgo),
  );
  expectKind('asked', asked);
  if (!request.decided) return;
  const { daysAgo, ...decided } = request.decided;
  const read = readAddress(platforms, { link: opening.link, platformKey: '', handle: '' });
  if (read.kind !== 'address') throw new Error(`The demo asks for a channel without a place: ${opening.name}.`);
  const { kind: _, warning: _warning, ...address } = read;
  const decision = { id, ...decided, address };
  expectKind('decided', await decideRequest(tx, askerOf(room, 'kofi'), decision, stationery, daysBefore(now, daysAgo)));
}

/** About the first open channel that it fits. */
async function ask(room: DemoRoom, { kind, by, reason }: { kind: 'claim' | 'pause'; by: string; reason: string }) {
  const { tx, now, chance, stationery, channels } = room;
  const found = demoChannels.find(
    ({ status, closed, owner }) => status === 'open' && !closed && (owner === undefined) === (kind === 'claim'),
  );
  const wish = { id: chance.newId(), kind, channelId: named(channels, found?.name ?? ''), reason };
  expectKind('asked', await askAbout(tx, askerOf(room, by), wish, stationery, daysBefore(now, 5)));
}

const openingOf = ({ units, people }: DemoRoom, { unit, deputy, wish }: DemoRequest) => ({
  ...wish,
  unitId: named(units, unit),
  deputyId: deputy ? named(people, deputy).id : null,
});

function askerOf({ people }: DemoRoom, key: string): Asker {
  const { id, name } = named(people, key);
  return { id, name };
}
