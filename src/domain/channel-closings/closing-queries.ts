import { aliasedTable, and, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { mayPlan } from './closing-rules.ts';

/** When a channel ends and where to go then, for whoever may see it; undefined while nothing is planned. */
export async function findEnd(read: Reader, viewer: Viewer, channelId: string) {
  const { closingPlans, channels } = read.tables;
  const instead = aliasedTable(channels, 'instead');
  const [end] = await read
    .select({ closesOn: closingPlans.closesOn, insteadName: instead.name, insteadSlug: instead.slug })
    .from(closingPlans)
    .leftJoin(instead, and(eq(instead.id, closingPlans.goInsteadId), mayBeSeen(instead, viewer)))
    .where(eq(closingPlans.channelId, channelId));
  return end;
}

/** A channel with its plan and the steps that are done, for whoever plans its end. */
export async function findClosing(read: Reader, viewer: Viewer, slug: string) {
  const { channels, closingPlans, closingSteps, people } = read.tables;
  const { id, name, status, ownerId, deputyId, unitId } = channels;
  const [found] = await read
    .select({ channel: { id, slug: channels.slug, name, status, ownerId, deputyId, unitId }, plan: closingPlans })
    .from(channels)
    .leftJoin(closingPlans, eq(closingPlans.channelId, id))
    .where(and(eq(channels.slug, slug), mayBeSeen(channels, viewer)));
  if (!found || !mayPlan(viewer, found.channel)) return undefined;
  const steps = await read
    .select({ step: closingSteps.step, by: people.name, at: closingSteps.doneAt })
    .from(closingSteps)
    .leftJoin(people, eq(people.id, closingSteps.doneById))
    .where(eq(closingSteps.channelId, found.channel.id));
  return { ...found, steps };
}
