import type { Writer } from '#db/database.ts';
import { forgetLetters } from '#domain/mail/outbox-commands.ts';
import { isPeopled } from '#domain/people/people-queries.ts';
import { addUsualJargon } from '#domain/plain-words/plain-words-commands.ts';
import type { Site } from '../site.ts';
import { stationeryOf } from '../stationery.ts';
import { chanceFrom } from './demo-chance.ts';
import { renderDemo } from './demo-rendering.ts';
import { type DemoRoom, editorOf, named } from './demo-room.ts';
import { seedChannels } from './seed-channels.ts';
import { seedCollections } from './seed-collections.ts';
import { seedComments } from './seed-comments.ts';
import { seedFigures } from './seed-figures.ts';
import { seedFollows } from './seed-follows.ts';
import { seedGate } from './seed-gate.ts';
import { seedLeavers } from './seed-leavers.ts';
import { seedLessons } from './seed-lessons.ts';
import { seedLinks } from './seed-links.ts';
import { seedLookAlikes } from './seed-look-alikes.ts';
import { seedMeetups } from './seed-meetups.ts';
import { seedModeration } from './seed-moderation.ts';
import { seedNotes } from './seed-notes.ts';
import { seedPeople } from './seed-people.ts';
import { seedRequests } from './seed-requests.ts';
import { seedReviews } from './seed-reviews.ts';
import { seedTryOuts } from './seed-try-outs.ts';
import { seedWebmentions } from './seed-webmentions.ts';

const SEED = 1712;

/**
 * Fills an empty site with the invented council of Sandford, by the same commands as everybody's presses: two years of
 * cafés, what was learned there, and the register of channels, all told from `now`. A site that has people stays as it
 * is. All or nothing: it is one write.
 */
export async function seedDemo(site: Pick<Site, 'read' | 'write' | 'markdown' | 'pictures' | 'settings'>, now: Date) {
  if (await isPeopled(site.read)) return { kind: 'already-there' as const };
  const rendering = await renderDemo(site, chanceFrom(SEED + 1, now));
  return site.write(async (tx) => {
    if (await isPeopled(tx)) return { kind: 'already-there' as const };
    const room = openRoom(tx, site, now);
    await seedPeople(room);
    await seedChannels(room);
    await seedFigures(room);
    await seedLinks(room);
    await seedReviews(room);
    await seedLeavers(room);
    await seedMeetups(room, rendering);
    await seedNotes(room);
    await seedLessons(room, rendering);
    await seedTryOuts(room);
    await seedWebmentions(room);
    await addUsualJargon(tx, editorOf(named(room.people, 'kofi')).person.id, now);
    await seedCollections(room);
    await seedFollows(room);
    await seedComments(room, rendering);
    await seedGate(room);
    await seedRequests(room);
    await seedLookAlikes(room);
    await seedModeration(room);
    await forgetLetters(tx, now);
    return { kind: 'seeded' as const };
  });
}

function openRoom(tx: Writer, { settings }: Pick<Site, 'settings'>, now: Date): DemoRoom {
  const chance = chanceFrom(SEED, now);
  const head = { siteName: settings.organisationName, siteUrl: '', phone: settings.phone, zone: settings.timeZone };
  return {
    ...{ tx, now, settings, chance },
    stationery: { ...stationeryOf(head), newId: chance.newId },
    units: new Map(),
    people: new Map(),
    callers: new Map(),
    channels: new Map(),
    meetups: new Map(),
  };
}
