import { expect, test } from 'vitest';
import { askToReread, warnOfExpiry } from '#domain/training/gate-reminder-commands.ts';
import { installRulebook, REREAD } from '#domain/training/rulebook-commands.ts';
import type { Rulebook, TrainingModule } from '#domain/training/rulebook-rules.ts';
import { listStandings } from '#domain/training/standing-queries.ts';
import { acknowledgePolicy, giveModules, recordTraining } from '#domain/training/training-commands.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channel, withChannels } from '#tests/support/channel-register.ts';
import { openClosingRoom } from '#tests/support/closing-room.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, NOON } from '#tests/support/lessons.ts';

const module = (key: string): TrainingModule => ({
  ...{ key, title: `Module ${key}`, summary: '', version: 1, minutes: 5, format: 'read', validMonths: 12 },
  ...{ requiredFor: ['owner'], passMark: 0, questions: [], order: 1 },
});
const rulebook = (version: number, ...keys: string[]): Rulebook => ({
  policies: [
    { key: 'open', title: 'Open', version, effectiveFrom: '2026-01-01', whatChanged: 'Be kind.', needsAgreement: true },
  ],
  modules: keys.map(module),
});
const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example', zone: 'Europe/London' });

forEachEngine((open) => {
  async function openRoom() {
    const database = await withChannels(open, [channel('reads', 'https://x.com/reads')]);
    const { read, write } = database;
    const ann = await addPerson({ ...database } as never, 'ann@council.example', { name: 'Ann Lee' });
    const install = (book: Rulebook) => write((tx) => installRulebook(tx, book, newId, NOON));
    await install(rulebook(1, 'a', 'b'));
    const agree = (version: number, personId = ann.person.id) =>
      write((tx) => {
        const wish = { id: newId(), personId, policyKey: 'open', version, statement: 'Yes', enteredById: null };
        return acknowledgePolicy(tx, { ...wish, how: 'web' }, NOON);
      });
    const train = (moduleKey: string, passedOn: string) =>
      write((tx) => {
        const record = { id: newId(), personId: ann.person.id, moduleKey, passedOn, enteredById: null, meetupId: null };
        return recordTraining(tx, { ...record, how: 'on-line', score: 100, note: '' });
      });
    const own = () =>
      write((tx) =>
        tx
          .update(tx.tables.channels)
          .set({ ownerId: ann.person.id })
          .then(() => undefined),
      );
    const stand = async (today = '2026-03-02') => (await listStandings(read, [ann.person.id, 'nobody'], today))[0];
    const letters = () => read.select().from(read.tables.outbox);
    return { read, write, ann, install, agree, train, own, stand, letters };
  }

  test('somebody passes the gate by agreeing and learning everything, and again after the policy changes', async () => {
    const { install, agree, train, stand } = await openRoom();
    expect(await stand()).toMatchObject({ policy: 'none', training: 'none' });
    expect([(await agree(2)).kind, (await agree(1)).kind, (await agree(1)).kind]).toEqual([
      ...['changed-since', 'agreed', 'agreed'],
    ]);
    await train('a', '2026-01-01');
    expect(await stand()).toMatchObject({ policy: 'current', training: 'expired', trainedUntil: null });
    await train('b', '2026-02-01');
    expect(await stand()).toMatchObject({ training: 'valid', trainedUntil: '2027-01-01' });
    expect(await stand('2027-01-02')).toMatchObject({ training: 'expired' });
    await install(rulebook(2, 'a', 'b'));
    expect(await stand()).toMatchObject({ policy: 'older', training: 'valid' });
    await install(rulebook(2, 'a'));
    expect(await stand()).toMatchObject({ trainedUntil: '2027-01-01' });
  });

  test('a changed policy asks owners who have not agreed to it, once', async () => {
    const { read, write, own, install, agree, letters } = await openRoom();
    await agree(1);
    await install(rulebook(2, 'a'));
    const jobs = await read.select().from(read.tables.jobs);
    expect(jobs.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([[REREAD, 'open']]);
    const ask = () => write((tx) => askToReread(tx, 'open', stationery, NOON));
    await ask();
    expect(await letters()).toEqual([]);
    await own();
    await ask();
    expect((await letters()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['ann@council.example', 'What changed in “Open”'],
    ]);
    await agree(2);
    await ask();
    expect(await letters()).toHaveLength(1);
  });

  test('an owner hears a month before training expires and when it has, once each, unless they learned it again', async () => {
    const { write, own, train, letters } = await openRoom();
    await own();
    await train('a', '2025-04-01');
    const on = (day: string) => write((tx) => warnOfExpiry(tx, stationery, new Date(`${day}T09:00:00Z`)));
    await on('2026-02-01');
    expect(await letters()).toHaveLength(0);
    await on('2026-03-02');
    await on('2026-03-03');
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Your training expires soon']);
    await on('2026-04-02');
    await on('2026-04-03');
    expect((await letters()).map(({ subject }) => subject)).toEqual([
      'Your training expires soon',
      'Time to refresh your training',
    ]);
    await train('b', '2025-05-01');
    await train('b', '2026-04-20');
    await on('2026-05-02');
    expect(await letters()).toHaveLength(2);
    await train('a', '2025-05-31');
    await write((tx) => warnOfExpiry(tx, stationery, new Date('2026-05-31T23:30:00Z')));
    expect((await letters()).map(({ subject }) => subject)[2], 'in London it is June').toBe(
      'Time to refresh your training',
    );
  });

  test('whoever is marked at the door of a meetup that teaches something has learned it once, however often it is closed', async () => {
    const room = await openClosingRoom(open);
    await room.write((tx) => installRulebook(tx, rulebook(1, 'a', 'b', 'c'), newId, NOON));
    await room.write((tx) => giveModules(tx, room.meetup.id, ['a', 'b'], 'ann'));
    await room.arrive('Bob', { personId: 'bob' });
    await room.arrive('A stranger');
    await room.close();
    await room.close({ photosNote: 'None.' });
    const records = await room.read.select().from(room.read.tables.trainingRecords);
    expect(records.map(({ personId, moduleKey, how }) => [personId, moduleKey, how]).sort()).toEqual([
      ['bob', 'a', 'meetup'],
      ['bob', 'b', 'meetup'],
    ]);
    const heldOn = room.meetup.startsLocal.slice(0, 10);
    expect(records[0]).toMatchObject({
      passedOn: heldOn,
      expiresOn: `${Number(heldOn.slice(0, 4)) + 1}${heldOn.slice(4)}`,
    });
  });
});
