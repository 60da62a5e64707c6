import { chooseDigest } from '#domain/digests/digest-commands.ts';
import { USUAL_DIGEST } from '#domain/digests/digest-rules.ts';
import { follow } from '#domain/follows/follow-commands.ts';
import type { FollowKind, Hearing } from '#domain/follows/follow-rules.ts';
import { viewerIn } from '#domain/people/viewer.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoRoom, expectKind, named } from './demo-room.ts';

/** Long enough that a first digest has something to say. */
const FOLLOWED_DAYS_BEFORE = 45;

/** Who follows what, beside the café: a tag by itself, units and people by their keys, channels by their names. */
const FOLLOWS: readonly (readonly [who: string, kind: FollowKind, what: string, hears: Hearing])[] = [
  ['rosa', 'tag', 'families', 'digest'],
  ['rosa', 'unit', 'libraries', 'digest'],
  ['rosa', 'person', 'freya', 'at-once'],
  ['lena', 'tag', 'newsletters', 'digest'],
  ['lena', 'unit', 'communications', 'digest'],
  ['lena', 'channel', 'Signing morning at the Town Hall', 'at-once'],
  ['parveen', 'tag', 'health', 'at-once'],
  ['parveen', 'unit', 'public-health', 'digest'],
  ['kofi', 'tag', 'register', 'digest'],
  ['ada', 'unit', 'customers', 'digest'],
  ['ada', 'tag', 'plain-words', 'not-at-all'],
];

/** What people follow, by the same presses as everybody's. */
export async function seedFollows(room: DemoRoom) {
  const { tx, now, stationery } = room;
  for (const [who, kind, what, hears] of FOLLOWS) {
    const { id: personId, email, name, circle } = named(room.people, who);
    const subject = { kind, subjectId: idOf(room, kind, what) };
    const wish = { subject, asker: viewerIn(circle), email, name, personId, hears, countsIn: null };
    expectKind('following', await follow(tx, wish, stationery, daysBefore(now, FOLLOWED_DAYS_BEFORE)));
    if (hears === 'digest') await chooseDigest(tx, { email, ...USUAL_DIGEST }, stationery, now);
  }
}

function idOf({ units, people, channels }: DemoRoom, kind: FollowKind, what: string): string {
  if (kind === 'unit') return named(units, what);
  if (kind === 'person') return named(people, what).id;
  return kind === 'channel' ? named(channels, what) : what;
}
