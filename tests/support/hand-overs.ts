import type { Database } from '#db/database.ts';
import { startHandOver } from '#domain/handovers/hand-over-commands.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, NOW, openChannelRoom } from './channels.ts';
import { SITE_HEAD } from './meetup-room.ts';

export const STATIONERY = stationeryOf(SITE_HEAD);

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
  return { ...room, start, letters };
}
