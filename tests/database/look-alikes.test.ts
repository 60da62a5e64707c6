import { expect, test } from 'vitest';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { verifyLink } from '#domain/channels/verify-queries.ts';
import { askAbout } from '#domain/channels/verify-rules.ts';
import { addStep, reportLookAlike } from '#domain/look-alikes/look-alike-commands.ts';
import { listLookAlikes } from '#domain/look-alikes/look-alike-queries.ts';
import type { StepKind } from '#domain/look-alikes/look-alike-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, channelRoom, onX } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, NOON } from '#tests/support/lessons.ts';

const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example', zone: 'Europe/London' });
const FAKE = 'https://x.com/sandfordrefund';

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const { read, write } = database;
    await write((tx) => installPlatforms(tx));
    const room = channelRoom(database);
    await room.addUnit('parks', 'Parks');
    await room.save('a', channelFields('parks', onX('sandford', { name: 'Sandford' })));
    const kit = await addPerson(database, 'kit@council.example', { isAdmin: true });
    const platforms = await listPlatforms(read);
    const id = newId();
    const report = (link = FAKE) =>
      write((tx) => {
        const [linkKey = null] = askAbout(platforms, link).exact;
        const wish = {
          id,
          link,
          linkKey,
          imitatesId: 'a',
          words: 'Wants bank details',
          answerTo: 'mo@home.example',
          reportedById: null,
        };
        return reportLookAlike(tx, wish, stationery, NOON);
      });
    const step = (kind: StepKind) =>
      write((tx) =>
        addStep(tx, { id: newId(), lookAlikeId: id, kind, words: '', byId: kit.person.id }, stationery, NOON),
      );
    const verify = (link: string) => verifyLink(read, STRANGER, link);
    const letters = async () =>
      (await read.select().from(read.tables.outbox)).map(({ recipient, plainText }) => ({ recipient, plainText }));
    return { read, report, step, verify, letters };
  }

  test('verify warns of a look-alike once keepers have looked, however its link is spelt, and stops when it was none', async () => {
    const { report, step, verify } = await openRoom();
    await report();
    expect((await verify(FAKE)).sentence).toBe('No. This is not one of our channels on x.com.');
    await step('confirmed');
    for (const link of [FAKE, 'twitter.com/SandfordRefund/?s=20', 'HTTPS://MOBILE.TWITTER.COM/sandfordrefund'])
      expect(await verify(link)).toMatchObject({
        verdict: 'not-ours',
        sentence: expect.stringContaining('it pretends to be'),
      });
    await step('gone');
    expect((await verify(FAKE)).sentence).toContain('it pretends to be');
    await step('none');
    expect((await verify(FAKE)).sentence).not.toContain('pretends');
  });

  test('a report never turns what is ours into something else', async () => {
    const { report, step, verify } = await openRoom();
    await report('https://x.com/sandford');
    await step('confirmed');
    expect((await verify('https://x.com/sandford')).verdict).toBe('ours');
  });

  test('keepers hear once, with a link that cannot be pressed; whoever told us hears what became of it', async () => {
    const { read, report, step, letters } = await openRoom();
    expect([(await report()).kind, (await report()).kind]).toEqual(['reported', 'reported-before']);
    await step('confirmed');
    await step('gone');
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual([
      'kit@council.example',
      'mo@home.example',
      'mo@home.example',
    ]);
    for (const { plainText } of sent) expect(plainText).not.toContain('x.com/sandfordrefund');
    const { open: waiting, ended } = await listLookAlikes(read);
    expect([waiting.length, ended.length]).toEqual([0, 1]);
  });
});
