import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { answerHandOvers } from '#domain/handovers/hand-over-answer-commands.ts';
import { startHandOver } from '#domain/handovers/hand-over-commands.ts';
import { STEPS } from '#domain/handovers/hand-over-rules.ts';
import { signHandOvers } from '#domain/handovers/hand-over-sign-commands.ts';
import { tickSteps } from '#domain/handovers/hand-over-step-commands.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, NOW, openChannelRoom, TODAY } from './channels.ts';
import { SITE_HEAD } from './meetup-room.ts';
import { viewerIn } from './viewers.ts';

export const STATIONERY = stationeryOf(SITE_HEAD);

export const MO = viewerIn('staff', 'mo');
export const SAM = viewerIn('staff', 'sam');
export const ANN = viewerIn('staff', 'ann');
export const KIM = { ...viewerIn('staff', 'kim'), isKeeper: true };

/** An office of staff and a resident, with a channel `c` that Mo owns and Ann deputises; Kim hands it over. */
export async function openOffice(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  for (const id of ['mo', 'sam', 'ann', 'kim']) await room.addPerson(id);
  await room.addPerson('res', { circle: 'public' });
  await room.save('c', channelFields('libraries', { ownerId: 'mo', deputyId: 'ann' }));
  const start = (wish: { toId: string; role?: 'owner' | 'deputy'; channelId?: string }) =>
    room.write((tx) =>
      startHandOver(tx, { channelId: 'c', role: 'owner', startedById: 'kim', ...wish }, STATIONERY, NOW),
    );
  const letters = () => room.read.select().from(room.read.tables.outbox);
  const answer = (personId: string, ids: string[], accepts = true, words = '') =>
    room.write((tx) => answerHandOvers(tx, { personId }, { ids, accepts, words }, STATIONERY, NOW));
  const tick = (viewer: Viewer, ids: string[], notNeeded = '') =>
    room.write((tx) => tickSteps(tx, viewer, { ids, steps: STEPS, notNeeded }, NOW));
  const sign = (viewer: Viewer, ids: string[], forAnother = '') =>
    room.write((tx) =>
      signHandOvers(tx, viewer, { ids, forAnother, today: TODAY, breathe: async () => {} }, STATIONERY, NOW),
    );
  /** The channel's two people. */
  const holders = async () => {
    const { channels } = room.read.tables;
    const [row] = await room.read.select().from(channels).where(eq(channels.id, 'c'));
    return [row?.ownerId, row?.deputyId];
  };
  return { ...room, start, letters, answer, tick, sign, holders };
}
