import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { closeChannel } from '../channels/channel-closure-commands.ts';
import { saveChannel } from '../channels/channel-commands.ts';
import { fieldsOf } from '../channels/channel-rules.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Viewer } from '../people/viewer.ts';
import { listKeepers } from '../reviews/due-queries.ts';
import { morningOf } from '../time/morning-rules.ts';
import { closingDueLetter } from './closing-letters.ts';
import { CLOSING_STEPS, type ClosingPlan, type ClosingStep, mayPlan } from './closing-rules.ts';

/** The kind of job that asks whether a channel has ended as planned. */
export const CLOSING_DUE = 'closing-due';

type Planner = Pick<Viewer, 'isKeeper' | 'isAdmin'> & { person: { id: string } };

/** Plans how a channel ends, or plans it anew: from now on it is closing, and everybody reads when and where to go. */
export async function planClosing(
  tx: Writer,
  planner: Planner,
  plan: Omit<ClosingPlan, 'plannedById' | 'plannedAt'>,
  stationery: Stationery,
  now: Date,
) {
  const channel = await findRow(tx, plan.channelId);
  if (!channel || channel.status === 'closed' || !mayPlan(asViewer(planner), channel))
    return { kind: 'not-yours' as const };
  if (plan.goInsteadId === plan.channelId) return { kind: 'nowhere-to-go' as const };
  const fields = { ...fieldsOf(channel), status: 'closing' as const };
  const by = { checkedOn: null, savedById: planner.person.id, now, newId: stationery.newId };
  await saveChannel(tx, { id: channel.id, fields, ...by });
  const row = { ...plan, plannedById: planner.person.id, plannedAt: now };
  const { closingPlans } = tx.tables;
  await tx.insert(closingPlans).values(row).onConflictDoUpdate({ target: closingPlans.channelId, set: row });
  const dueAt = morningOf(plan.closesOn, stationery.zone);
  await planJob(tx, { id: stationery.newId(), kind: CLOSING_DUE, subjectId: channel.id, dueAt });
  return { kind: 'planned' as const, slug: channel.slug };
}

/** Ticks a step off, or takes the tick back. */
export async function tickClosing(
  tx: Writer,
  planner: Planner,
  { channelId, step, isDone }: { channelId: string; step: ClosingStep; isDone: boolean },
  now: Date,
) {
  const channel = await findRow(tx, channelId);
  if (!channel || !mayPlan(asViewer(planner), channel)) return { kind: 'not-yours' as const };
  const { closingSteps } = tx.tables;
  if (isDone)
    await tx
      .insert(closingSteps)
      .values({ channelId, step, doneById: planner.person.id, doneAt: now })
      .onConflictDoNothing();
  else await tx.delete(closingSteps).where(and(eq(closingSteps.channelId, channelId), eq(closingSteps.step, step)));
  return { kind: 'ticked' as const, slug: channel.slug };
}

/** Closes a channel as planned: keepers when they want to, those who answer for it once every step is done. */
export async function finishClosing(
  tx: Writer,
  planner: Planner,
  channelId: string,
  stationery: Stationery,
  now: Date,
) {
  const { closingPlans, closingSteps } = tx.tables;
  const channel = await findRow(tx, channelId);
  const [plan] = await tx.select().from(closingPlans).where(eq(closingPlans.channelId, channelId));
  if (!channel || !plan || !mayPlan(asViewer(planner), channel)) return { kind: 'not-yours' as const };
  const done = await tx.$count(closingSteps, eq(closingSteps.channelId, channelId));
  if (done < CLOSING_STEPS.length && !planner.isKeeper && !planner.isAdmin) return { kind: 'steps-open' as const };
  const { closesOn: closedOn, why, goInsteadId, handleFate } = plan;
  const closing = {
    closedOn,
    why,
    goInsteadId,
    handleFate,
    closedById: planner.person.id,
    now,
    newId: stationery.newId,
  };
  const outcome = await closeChannel(tx, { id: channelId, ...closing });
  if (outcome.kind === 'closed') await dropJob(tx, CLOSING_DUE, channelId);
  return outcome;
}

/**
 * Asks those who answer for a channel, and the keepers, to finish what was planned: on its last day and then weekly.
 *
 * @returns when to ask again; null once it is closed.
 */
export async function remindOfClosingChannel(tx: Writer, channelId: string, stationery: Stationery, now: Date) {
  const channel = await findRow(tx, channelId);
  if (channel?.status !== 'closing') return null;
  const { people, closingSteps } = tx.tables;
  const holders = [channel.ownerId, channel.deputyId].flatMap((id) => id ?? []);
  const asked = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(inArray(people.id, holders), isNotNull(people.email), isNull(people.leftAt)));
  const done = await tx.$count(closingSteps, eq(closingSteps.channelId, channelId));
  const to = [...new Map([...asked, ...(await listKeepers(tx))].map((person) => [person.id, person])).values()];
  const facts = { slug: channel.slug, name: channel.name, open: CLOSING_STEPS.length - done };
  const post = to.map((person) => ({
    id: stationery.newId(),
    letter: closingDueLetter(person, facts, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
  return new Date(now.getTime() + 7 * 86_400_000);
}

const asViewer = ({ person, isKeeper, isAdmin }: Planner) =>
  ({ person, isKeeper, isAdmin }) as Pick<Viewer, 'person' | 'isKeeper' | 'isAdmin'>;

async function findRow(tx: Writer, id: string) {
  const { channels } = tx.tables;
  const [row] = await tx.select().from(channels).where(eq(channels.id, id));
  return row;
}
