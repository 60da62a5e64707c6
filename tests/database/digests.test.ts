import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { chooseDigest, writeDigests } from '#domain/digests/digest-commands.ts';
import { chooseHearings, stopFollow } from '#domain/follows/follow-commands.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { openFollowRoom, tag } from '#tests/support/follow-room.ts';
import { meetupWish, NOW } from '#tests/support/meetup-room.ts';

/** The first Thursday at eight after NOW, and the next. */
const THURSDAY = new Date('2026-11-26T08:00:00Z');
const NEXT_THURSDAY = new Date('2026-12-03T08:00:00Z');

forEachEngine((open) => {
  test('a digest has what is new of what somebody follows, the next meetup and a lesson worth trying, none of it twice', async () => {
    const room = await openFollowRoom(open);
    await room.follows('rosa', 'public', tag('surveys'));
    await room.save(meetupWish());
    await room.publish('Ask once', NOW);
    await room.publish('Ask twice', NOW, { tags: ['signs'] });
    await room.runJobs(new Date(THURSDAY.getTime() - 1));
    expect(await room.post()).toEqual([]);
    await room.runJobs(THURSDAY);
    await room.runJobs(THURSDAY);
    expect(await room.post()).toEqual(['rosa: A new lesson: “Ask once”']);
    const [text = ''] = await room.textTo('rosa');
    expect(text).toContain(
      'A new lesson: “Ask once”.\nAsk the one thing you will act on.\nYou follow the tag surveys.',
    );
    expect(text).toContain('The next meetup: Winter café.');
    expect(text).toContain('Worth trying: “Ask twice”.');
    await room.runJobs(NEXT_THURSDAY);
    expect(await room.post()).toHaveLength(1);
    await room.publish('Ask thrice', NEXT_THURSDAY);
    await room.runJobs(new Date('2026-12-10T08:00:00Z'));
    const [, second = ''] = await room.textTo('rosa');
    expect(second).toContain('“Ask thrice”');
    for (const told of ['Ask once', 'Ask twice', 'Winter café']) expect(second).not.toContain(told);
  });

  test('whoever stopped digests gets none, whoever stopped letters at once gets none of those, and nobody who left', async () => {
    const room = await openFollowRoom(open);
    for (const name of ['rosa', 'lou']) await room.follows(name, 'public', tag('surveys'));
    for (const name of ['pat', 'mo']) await room.follows(name, 'partner', tag('surveys'), 'at-once');
    const refusals = [
      { email: 'rosa@council.example', kind: 'digest' as const, refusedAt: NOW },
      { email: 'pat@council.example', kind: 'follows' as const, refusedAt: NOW },
    ];
    await room.write((tx) => tx.insert(tx.tables.mailRefusals).values(refusals));
    const { people } = room.read.tables;
    for (const id of ['lou', 'mo'])
      await room.write((tx) => tx.update(people).set({ leftAt: NOW }).where(eq(people.id, id)));
    await room.publish('Unwanted', NOW);
    await room.runJobs(NOW);
    await room.runJobs(THURSDAY);
    expect(await room.post()).toEqual([]);
    const [row] = await room.read.select().from(room.read.tables.digests);
    expect(row?.dueAt).toEqual(NEXT_THURSDAY);
  });

  test('somebody chooses how each is heard of and when the digest comes, and stopping the last forgets what was told', async () => {
    const room = await openFollowRoom(open);
    const email = 'rosa@council.example';
    await room.follows('rosa', 'public', tag('surveys'), 'at-once');
    await room.follows('sam', 'staff', tag('surveys'), 'at-once');
    const { follows, digests, tellings } = room.read.tables;
    const [own, others] = await room.read.select().from(follows).orderBy(follows.id);
    const chosen = [own!, others!].map(({ id }) => ({ followId: id, hears: 'digest' as const }));
    await room.write((tx) => chooseHearings(tx, { email, chosen }, room.stationery, NOW));
    expect(await room.read.select({ hears: follows.hears }).from(follows).orderBy(follows.id)).toEqual([
      { hears: 'digest' },
      { hears: 'at-once' },
    ]);
    const monthly = { email, rhythm: 'monthly' as const, weekday: 2, hour: 7 };
    await room.write((tx) => chooseDigest(tx, monthly, room.stationery, NOW));
    await room.publish('Later', NOW);
    await room.runJobs(THURSDAY);
    expect(await room.textTo('rosa')).toEqual([]);
    await room.runJobs(new Date('2026-12-01T07:00:00Z'));
    expect((await room.textTo('rosa'))[0]).toContain('on the first Tuesday of each month at 7 am');
    expect(await room.write((tx) => stopFollow(tx, { email, followId: others!.id }))).toMatchObject({ left: 1 });
    expect(await room.write((tx) => stopFollow(tx, { email, followId: own!.id }))).toMatchObject({ left: 0 });
    expect(await room.read.$count(digests)).toBe(0);
    expect(await room.read.$count(tellings, eq(tellings.email, email))).toBe(0);
  });

  test('two hundred and fifty digests go out in slices, each once, when two processes write them and one dies', async () => {
    const room = await openFollowRoom(open);
    await room.follows('rosa', 'public', tag('surveys'));
    await room.publish('For many', NOW);
    const [own] = await room.read.select().from(room.read.tables.follows);
    const [digest] = await room.read.select().from(room.read.tables.digests);
    const emails = Array.from({ length: 249 }, (_, at) => `reader${at}@home.example`);
    await room.write(async (tx) => {
      const { id: _, personId: __, ...row } = own!;
      await tx
        .insert(tx.tables.follows)
        .values(emails.map((email) => ({ ...row, id: newId(), email, personId: null })));
      await tx.insert(tx.tables.digests).values(emails.map((email) => ({ ...digest!, email })));
    });
    const dies = {
      'write-digests': {
        says: 'Dies when the letters are in the outbox',
        async work(...round: Parameters<typeof writeDigests>) {
          await writeDigests(...round);
          throw new Error('the power went');
        },
      },
    };
    await room.runJobs(THURSDAY, dies);
    const later = new Date(THURSDAY.getTime() + 3_600_000);
    for (let round = 0; round < 2; round++) await Promise.all([room.runJobs(later), room.runJobs(later)]);
    const post = await room.post();
    expect(post).toHaveLength(250);
    expect(new Set(post).size).toBe(250);
  });
});
