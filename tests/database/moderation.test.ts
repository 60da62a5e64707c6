import { eq, ne } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appealRemoval, decideAppeal } from '#domain/moderation/appeal-commands.ts';
import { keepComment, releaseComment, restoreComment } from '#domain/moderation/decision-commands.ts';
import { findHoldReason } from '#domain/moderation/hold-queries.ts';
import { countEntries, listEntries } from '#domain/moderation/log-queries.ts';
import { savePeriod } from '#domain/moderation/period-commands.ts';
import { RELEASE_HELD, releaseHeld } from '#domain/moderation/release-commands.ts';
import { tellModerators } from '#domain/moderation/tell-commands.ts';
import { countWaiting, listWaiting } from '#domain/moderation/waiting-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, minutesLater, NOON, publish, seenBy } from '#tests/support/lessons.ts';
import { openModerationRoom, SPAM, stationery } from '#tests/support/moderation-room.ts';

forEachEngine((open) => {
  test('anybody reports a comment, moderators hear of the first report, and each is decided once', async () => {
    const { say, report, write, mo, mia, by, subjects, read, kinds } = await openModerationRoom(open);
    const id = await say('You are too slow.');
    await report(id, STRANGER, 'ann@home.example');
    await report(id);
    const told = 'Reported: a comment under “One question instead of ten”';
    expect(await subjects('mo@council.example')).toEqual([told]);
    expect((await listWaiting(read, mo)).reports).toMatchObject([{ id, reports: 2, by: 'Rosa' }]);
    const keep = (person: typeof mo) =>
      write((tx) => keepComment(tx, { ...by(person, id), reason: 'It is criticism.' }, stationery, NOON));
    expect([(await keep(mo)).kind, (await keep(mia)).kind]).toEqual(['decided', 'decided-before']);
    expect(await subjects('ann@home.example')).toEqual(['About the comment you reported']);
    expect(await countWaiting(read)).toMatchObject({ reports: 0 });
    expect([await kinds(STRANGER), (await countEntries(read, STRANGER)).kept]).toEqual([[], 1]);
  });

  test('nobody can report what they cannot read', async () => {
    const { say, report, secret, sam } = await openModerationRoom(open);
    const hidden = await say('Among us', { subjectId: secret.id });
    const held = await say('Not yet', { why: 'first-time' });
    for (const id of [hidden, held, 'nothing']) expect(await report(id)).toEqual({ kind: 'no-such-comment' });
    expect(await report(hidden, sam)).toEqual({ kind: 'reported' });
  });

  test('removed words leave a reason in the log, their writer appeals once, and another moderator brings them back', async () => {
    const room = await openModerationRoom(open);
    const { say, remove, write, mo, mia, by, state, subjects, appealLink, kinds, read } = room;
    const id = await say('You fool!');
    expect((await remove(mo, id)).kind).toBe('decided');
    expect((await remove(mia, id)).kind).toBe('decided-before');
    expect([await state(id), await kinds(STRANGER)]).toEqual(['removed', ['removed']]);
    const linkHash = await appealLink('rosa@home.example');
    const appeal = (words: string) => write((tx) => appealRemoval(tx, { linkHash, words }, stationery, NOON));
    expect([(await appeal('I meant me.')).kind, (await appeal('Again')).kind]).toEqual(['appealed', 'appealed-before']);
    expect(await subjects('mo@council.example')).toEqual([]);
    expect(await subjects('mia@council.example')).toEqual(['An appeal: a comment under “One question instead of ten”']);
    const answer = (person: typeof mo) =>
      write((tx) =>
        decideAppeal(
          tx,
          { ...by(person, id), outcome: 'restored', answer: 'You are right.' },
          stationery,
          minutesLater(1),
        ),
      );
    expect((await answer(mo)).kind).toBe('not-yours');
    expect([(await answer(mia)).kind, (await answer(mia)).kind]).toEqual(['decided', 'decided-before']);
    expect([await state(id), await kinds(STRANGER)]).toEqual(['shown', ['restored', 'removed']]);
    expect(await subjects('rosa@home.example')).toEqual(['Your comment was removed', 'Your comment is back']);
    expect(JSON.stringify(await listEntries(read, STRANGER, 1))).not.toMatch(/Rosa|You fool|mia/);
  });

  test('an appeal that fails is the last word, and the one who removed may still think better of it', async () => {
    const { say, remove, write, mo, mia, by, state, subjects, appealLink, kinds } = await openModerationRoom(open);
    const id = await say('You fool!', { personId: null, guestEmail: 'guest@home.example' });
    await remove(mo, id);
    const linkHash = await appealLink('guest@home.example');
    await write((tx) => appealRemoval(tx, { linkHash, words: 'Please' }, stationery, NOON));
    const upheld = { outcome: 'upheld', answer: 'It names somebody.' } as const;
    await write((tx) => decideAppeal(tx, { ...by(mia, id), ...upheld }, stationery, minutesLater(1)));
    expect([await state(id), await kinds(STRANGER)]).toEqual(['removed', ['upheld', 'removed']]);
    expect(await subjects('guest@home.example')).toEqual(['Your comment was removed', 'Your appeal']);
    const restore = { ...by(mo, id), reason: 'I was wrong.' };
    expect((await write((tx) => restoreComment(tx, restore, stationery, minutesLater(2)))).kind).toBe('decided');
    expect(await state(id)).toBe('shown');
  });

  test('nobody decides about their own words, or under what is theirs, while somebody else can', async () => {
    const { database, say, remove, write, mo, read } = await openModerationRoom(open);
    const own = await say('Mine', { personId: mo.person.id });
    const { id: subjectId } = await publish(database, mo, { words: { title: 'By Mo' } });
    const under = await say('Your lesson is thin.', { subjectId });
    for (const id of [own, under]) expect((await remove(mo, id)).kind).toBe('not-yours');
    await write((tx) => tx.update(tx.tables.people).set({ leftAt: NOON }).where(ne(tx.tables.people.id, mo.person.id)));
    expect((await remove(mo, under)).kind).toBe('decided');
    expect((await read.select().from(read.tables.moderationEntries)).map(({ byId }) => byId)).toEqual([mo.person.id]);
  });

  test('the log shows to each circle only what was said where it may read', async () => {
    const { say, remove, mo, secret, kinds, read, sam } = await openModerationRoom(open);
    await remove(mo, await say('Among us', { subjectId: secret.id }));
    await remove(mo, await say('For all'));
    for (const viewer of [STRANGER, seenBy('partner')])
      expect([await kinds(viewer), (await countEntries(read, viewer)).removed]).toEqual([['removed'], 1]);
    expect(await kinds(sam)).toHaveLength(2);
  });

  test('held words appear once a moderator read them; advertising that is kept back is only counted', async () => {
    const { say, remove, write, mo, mia, by, state, subjects, read, kinds } = await openModerationRoom(open);
    const guest = { personId: null, guestEmail: 'guest@home.example' };
    const [first, shed] = [
      await say('Well put', { ...guest, why: 'first-time' }),
      await say('Sheds!', { ...guest, why: 'spam' }),
    ];
    const waits = await say('Not confirmed', { ...guest, why: 'unconfirmed' });
    expect((await listWaiting(read, mo)).held.map(({ id }) => id).sort()).toEqual([first, shed].sort());
    const release = (person: typeof mo, id: string) =>
      write((tx) => releaseComment(tx, by(person, id), stationery, NOON));
    expect([(await release(mo, first)).kind, (await release(mia, first)).kind]).toEqual(['appeared', 'decided-before']);
    expect((await release(mo, waits)).kind).toBe('decided-before');
    await remove(mo, shed, SPAM);
    expect([await state(first), await state(shed), await state(waits)]).toEqual(['shown', 'removed', 'held']);
    expect(await subjects('guest@home.example')).toEqual(['Your comment appears now', 'Your comment does not appear']);
    expect([await kinds(STRANGER), (await countEntries(read, STRANGER)).advertising]).toEqual([[], 1]);
  });

  test('before an election what a moderator lets through goes on waiting, and all of it appears afterwards, once', async () => {
    const { say, write, mo, by, state, read, subjects } = await openModerationRoom(open);
    const days = { startsOn: '2026-03-01', endsOn: '2026-03-10', zone: 'Europe/London', reason: 'the election' };
    await write((tx) => savePeriod(tx, { id: newId(), ...days, setById: mo.person.id }, newId, NOON));
    const first = await say('First', { why: 'first-time', personId: null, guestEmail: 'guest@home.example' });
    const second = await say('Second', { why: 'pre-election' });
    expect((await write((tx) => releaseComment(tx, by(mo, first), stationery, NOON))).kind).toBe('waits-for-election');
    expect(await countWaiting(read)).toMatchObject({ held: 0, beforeElection: 2 });
    const after = new Date('2026-03-11T00:00Z');
    for (const when of [NOON, after, after]) await write((tx) => releaseHeld(tx, RELEASE_HELD, stationery, when));
    expect([await state(first), await state(second)]).toEqual(['shown', 'shown']);
    expect(await subjects('rosa@home.example')).toEqual(['Your comment appears now']);
  });

  test('moderators get one letter in the morning with what waits, none when nothing does, and admins while there are no moderators', async () => {
    const { database, say, write, subjects, letters } = await openModerationRoom(open);
    const tell = () => write((tx) => tellModerators(tx, 'site', stationery, NOON));
    expect(await tell()).toEqual(new Date('2026-03-03T09:00Z'));
    expect(await subjects('mo@council.example')).toEqual([]);
    await say('Well put', { why: 'first-time' });
    await tell();
    expect(await subjects('mo@council.example')).toEqual(['What waits for moderators']);
    expect((await letters('mo@council.example'))[0]?.unsubscribeUrl).not.toBeNull();
    await addPerson(database, 'ada@council.example', { isAdmin: true });
    await write((tx) => tx.delete(tx.tables.roles).where(eq(tx.tables.roles.role, 'moderator')));
    await tell();
    expect(await subjects('ada@council.example')).toEqual(['What waits for moderators']);
    expect(await subjects('mia@council.example')).toHaveLength(1);
  });

  test('whoever is known by words that stand here is heard at once; what waits or was removed makes nobody known', async () => {
    const { say, remove, write, mo, by, read, rosa } = await openModerationRoom(open);
    const guest = { personId: null, guestEmail: 'guest@home.example', isConfirmed: true } as const;
    const why = (words: string, writing: Parameters<typeof findHoldReason>[1] = guest) =>
      findHoldReason(read, writing, { id: newId(), words }, minutesLater(1));
    expect(await why('Hello', { ...guest, isConfirmed: false })).toBe('unconfirmed');
    const first = await say('Well put', { ...guest, why: 'first-time' });
    expect(await why('Hello')).toBe('first-time');
    await write((tx) => releaseComment(tx, by(mo, first), stationery, NOON));
    expect(await why('Hello')).toBeNull();
    await remove(mo, first);
    expect(await why('Hello')).toBe('first-time');
    const offer = 'We sell the best garden sheds in all of the county, ask for our offer';
    await say(offer, { why: 'spam' });
    const member = { personId: rosa.person.id, circle: 'public' } as const;
    expect(await why(offer, member)).toBe('spam');
    expect(await why('One https://a.example two https://b.example', member)).toBe('spam');
    expect(await why(offer, { personId: mo.person.id, circle: 'staff' })).toBeNull();
  });
});
