import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { askAbout } from '#domain/channels/verify-rules.ts';
import { addStep, reportLookAlike } from '#domain/look-alikes/look-alike-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import { demoChannels } from './demo-channels.ts';
import { type DemoRoom, expectKind, named } from './demo-room.ts';

/** One that verify warns of, and one that nobody has looked at yet. */
export async function seedLookAlikes(room: DemoRoom) {
  const { tx, now, chance, stationery, people } = room;
  const warned = await report(
    'https://www.facebook.com/sandford.refunds.office',
    'It writes to people who comment on our page, and asks for bank details “for your refund”.',
    20,
  );
  const step = { id: chance.newId(), lookAlikeId: warned, byId: named(people, 'kofi').id, kind: 'confirmed' as const };
  const words = 'Same picture as ours, one letter more in the name.';
  expectKind('noted', await addStep(tx, { ...step, words }, stationery, daysBefore(now, 19)));
  await report('https://x.com/sandfordpothole', 'It answers for us, and rudely. Is it a joke?', 2);

  async function report(link: string, what: string, daysAgo: number): Promise<string> {
    const id = chance.newId();
    const [linkKey = null] = askAbout(await listPlatforms(tx), link).exact;
    const imitates = demoChannels.find(({ where }) => where.includes(new URL(link).hostname));
    const told = { id, link, linkKey, words: what, answerTo: null, reportedById: null };
    const imitatesId = imitates ? named(room.channels, imitates.name) : null;
    expectKind('reported', await reportLookAlike(tx, { ...told, imitatesId }, stationery, daysBefore(now, daysAgo)));
    return id;
  }
}
