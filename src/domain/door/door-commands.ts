import type { Writer } from '#db/database.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { isHost } from '../meetups/rsvp-rules.ts';
import { settleArrivals } from './arrival-commands.ts';
import type { Tap, WalkIn } from './door-facts.ts';
import { type DoorStage, doorHours, doorStageOf } from './door-rules.ts';

interface Marks {
  meetupId: string;
  taps: readonly Tap[];
  /** Those of the parties that have no RSVP. */
  walkIns: readonly WalkIn[];
}

interface Hours {
  startsAt: Date;
  endsAt: Date;
}

interface Host {
  person: { id: string };
  isAdmin: boolean;
}

/**
 * Marks who came: the one way for a tap, for a phone that sends what it kept while it had no wifi, and for a sheet that
 * is typed back. A tap that was saved before changes nothing; of several about one party the last one by its time
 * stands. Anybody on the list may come, with any number; taps about nobody we know are left out.
 */
export async function markArrivals(tx: Writer, { meetupId, taps, walkIns }: Marks, host: Host, now: Date) {
  const facts = await findFacts(tx, meetupId);
  if (!facts) return { kind: 'no-such-meetup' as const };
  const { meetup, cancelledAt } = facts;
  if (!isHost(meetup, host)) return { kind: 'not-yours' as const };
  const inTime = taps.map((tap) => ({ ...tap, tappedAt: soundTime(tap.tappedAt, meetup, now) }));
  const stage = stageOfTaps(inTime, { ...meetup, cancelledAt }, now);
  if (stage !== 'open') return { kind: 'closed' as const, stage };
  await addWalkIns(tx, meetupId, walkIns, now);
  const parties = await saveTaps(tx, meetupId, inTime, { tappedById: host.person.id, savedAt: now });
  await settleArrivals(tx, meetup, parties, now);
  return { kind: 'marked' as const, slug: meetup.slug };
}

/** The clock of a phone may be wrong: nothing was tapped after it arrived here, or before the door opened. */
function soundTime(tappedAt: Date, meetup: Hours, now: Date): Date {
  const { opensAt } = doorHours(meetup);
  if (tappedAt > now) return now;
  return tappedAt < opensAt ? opensAt : tappedAt;
}

/** What was tapped while the door was open is taken however late it arrives. */
function stageOfTaps(taps: readonly Tap[], meetup: Hours & { cancelledAt: Date | null }, now: Date): DoorStage {
  const stage = doorStageOf(meetup, now);
  const wereAllInTime = taps.every(({ tappedAt }) => doorStageOf(meetup, tappedAt) === 'open');
  return stage === 'over' && wereAllInTime ? 'open' : stage;
}

async function addWalkIns(tx: Writer, meetupId: string, walkIns: readonly WalkIn[], savedAt: Date) {
  if (walkIns.length === 0) return;
  const rows = walkIns.map((walkIn) => ({ ...walkIn, meetupId, savedAt }));
  await tx.insert(tx.tables.walkIns).values(rows).onConflictDoNothing();
}

/** @returns the ids of the parties about which something new was said. */
async function saveTaps(
  tx: Writer,
  meetupId: string,
  taps: readonly Tap[],
  by: { tappedById: string; savedAt: Date },
): Promise<string[]> {
  if (taps.length === 0) return [];
  const rows = taps.map((tap) => ({ ...tap, ...by, meetupId }));
  const { doorTaps } = tx.tables;
  const saved = await tx.insert(doorTaps).values(rows).onConflictDoNothing().returning({ partyId: doorTaps.partyId });
  return [...new Set(saved.map(({ partyId }) => partyId))];
}
