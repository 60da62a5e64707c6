import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { saveChannel } from '#domain/channels/channel-commands.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { listDigests } from '#domain/digests/digest-queries.ts';
import { newId } from '#server/chance.ts';
import { channelFields } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { daysLater, openFollowRoom, tag } from '#tests/support/follow-room.ts';
import { addUnit } from '#tests/support/lessons.ts';
import { NOW } from '#tests/support/meetup-room.ts';

forEachEngine((open) => {
  test('each follower is told only what their circle may see, of channels, units and people too', async () => {
    const room = await openFollowRoom(open);
    for (const [name, circle] of [
      ['rosa', 'public'],
      ['pat', 'partner'],
      ['sam', 'staff'],
    ] as const) {
      await room.follows(name, circle, tag('surveys'));
      await room.follows(name, circle, { kind: 'unit', subjectId: room.unitId });
    }
    await room.publish('For all', NOW);
    await room.publish('For partners', NOW, { circle: 'partner', tags: [], unitIds: [room.unitId] });
    await room.publish('For staff', NOW, { circle: 'staff' });
    const emails = ['rosa', 'pat', 'sam'].map((name) => `${name}@council.example`);
    const digests = await listDigests(room.read, emails, daysLater(1));
    const titles = Object.fromEntries(
      digests.map(({ listener, tellings }) => [
        listener.name,
        tellings.map(({ news }) => news.words.slice(15, -1)).sort(),
      ]),
    );
    expect(titles).toEqual({
      rosa: ['For all'],
      pat: ['For all', 'For partners'],
      sam: ['For all', 'For partners', 'For staff'],
    });
  });

  test('whoever follows a person hears of them only while they may know the name', async () => {
    const room = await openFollowRoom(open);
    const { people } = room.read.tables;
    const shows = (showsName: boolean) =>
      room.write((tx) => tx.update(people).set({ showsName }).where(eq(people.id, 'ann')));
    const ann = { kind: 'person' as const, subjectId: 'ann' };
    expect(await room.follows('rosa', 'public', ann, 'at-once')).toEqual({ kind: 'no-such-subject' });
    await shows(true);
    expect(await room.follows('rosa', 'public', ann, 'at-once')).toMatchObject({ kind: 'following' });
    expect(await room.follows('sam', 'staff', ann, 'at-once')).toMatchObject({ kind: 'following' });
    await room.publish('With a name', NOW);
    await room.runJobs(NOW);
    await shows(false);
    await room.publish('Without one', daysLater(1));
    await room.runJobs(daysLater(1));
    expect(await room.post()).toEqual([
      'rosa: A new lesson: “With a name”',
      'sam: A new lesson: “With a name”',
      'sam: A new lesson: “Without one”',
    ]);
  });

  test('news at once comes once, however often it is looked for and however many things it is about, and never again in a digest', async () => {
    const room = await openFollowRoom(open);
    await room.follows('rosa', 'public', tag('surveys'), 'at-once');
    await room.follows('rosa', 'public', tag('signs'), 'at-once');
    await room.follows('rosa', 'public', { kind: 'unit', subjectId: room.unitId });
    await room.follows('ann', 'staff', tag('surveys'), 'at-once');
    await room.follows('quiet', 'public', tag('surveys'), 'not-at-all');
    await room.publish('Both', NOW, { tags: ['surveys', 'signs'], unitIds: [room.unitId] });
    await room.runJobs(NOW);
    await room.runJobs(daysLater(0.1));
    await room.runJobs(daysLater(7));
    expect(await room.post()).toEqual(['rosa: A new lesson: “Both”']);
  });

  test('whoever follows a conversation reads in their digest what appeared there, and nothing that is held or gone', async () => {
    const room = await openFollowRoom(open);
    const { id } = await room.publish('Talked about', daysLater(-2));
    await room.follows('rosa', 'public', { kind: 'thread', subjectId: id });
    await room.follows('sam', 'staff', { kind: 'thread', subjectId: id });
    await room.follows('kim', 'public', { kind: 'thread', subjectId: id });
    const { comments, commentHolds, commentReleases, commentRemovals } = room.read.tables;
    const say = (words: string, by: string | null = null) => {
      const guestEmail = by ? '' : 'kim@council.example';
      const whose = {
        personId: by,
        guestName: by ? '' : 'Kim',
        guestEmail,
        subjectKind: 'lesson' as const,
        subjectId: id,
      };
      return { id: newId(), ...whose, words, html: words, rendererVersion: 1, saidAt: NOW };
    };
    const [said, held, late, gone] = [say('We did it too', 'sam'), say('Held'), say('Held first'), say('Gone')];
    await room.write(async (tx) => {
      await tx.insert(comments).values([said!, held!, late!, gone!]);
      const hold = (commentId: string) => ({ commentId, why: 'first-time' as const, heldAt: NOW });
      await tx.insert(commentHolds).values([hold(held!.id), hold(late!.id)]);
      await tx.insert(commentReleases).values({ commentId: late!.id, releasedAt: daysLater(0.5) });
      await tx.insert(commentRemovals).values({ commentId: gone!.id, reason: 'Rude.', removedAt: NOW });
    });
    const emails = ['kim', 'rosa', 'sam'].map((name) => `${name}@council.example`);
    const digests = await listDigests(room.read, emails, daysLater(1));
    const told = digests.map(({ listener, tellings }) => [listener.name, tellings.map(({ news }) => news.detail)]);
    expect(told).toEqual([
      ['kim', ['We did it too']],
      ['rosa', ['Held first', 'We did it too']],
      ['sam', ['Held first']],
    ]);
  });

  test('what was withdrawn, what was taken over from elsewhere and what is older than the follow is no news', async () => {
    const room = await openFollowRoom(open);
    await room.follows('rosa', 'public', tag('surveys'));
    await room.publish('Older', daysLater(-2));
    const gone = await room.publish('Withdrawn', NOW);
    const moved = await room.publish('From elsewhere', NOW);
    const { lessonWithdrawals, lessonOrigins } = room.read.tables;
    await room.write(async (tx) => {
      await tx.insert(lessonWithdrawals).values({ lessonId: gone.id, reason: 'No.', withdrawnAt: NOW });
      const origin = { lessonId: moved.id, name: 'A blog', key: 'k', original: 'x', remarks: [], importedAt: NOW };
      await tx.insert(lessonOrigins).values(origin);
    });
    expect(await listDigests(room.read, ['rosa@council.example'], daysLater(1))).toEqual([]);
  });

  test('whoever follows a unit hears of its channels and of how its lessons went, a directorate of its parts too', async () => {
    const room = await openFollowRoom(open);
    const directorateId = await room.write((tx) => addUnit(tx, 'communities'));
    const { units, tryOuts, tryOutResults } = room.read.tables;
    await room.write((tx) => tx.update(units).set({ parentId: directorateId }).where(eq(units.id, room.unitId)));
    for (const subjectId of [room.unitId, directorateId])
      for (const [name, circle] of [
        ['rosa', 'public'],
        ['sam', 'staff'],
      ] as const)
        await room.follows(name, circle, { kind: 'unit', subjectId });
    const { id: lessonId } = await room.publish('Tried out', daysLater(-2), { unitIds: [room.unitId] });
    await room.write(async (tx) => {
      const plan = { id: 'try', lessonId, personId: 'bob', saidAt: NOW, askOn: '2026-12-01', asked: 0 };
      await tx.insert(tryOuts).values(plan);
      const answer = { tryOutId: 'try', result: 'partly' as const, difference: 'On paper.', answeredAt: NOW };
      await tx.insert(tryOutResults).values(answer);
      await installPlatforms(tx);
      const by = { checkedOn: null, savedById: 'bob', newId, now: NOW };
      for (const circle of ['public', 'staff'] as const)
        await saveChannel(tx, {
          id: newId(),
          fields: channelFields(room.unitId, { name: `Board for ${circle}`, circle }),
          ...by,
        });
    });
    const digests = await listDigests(room.read, ['rosa@council.example', 'sam@council.example'], daysLater(1));
    const told = digests.map(({ tellings }) => tellings.map(({ news }) => news.words).sort());
    const result = 'Somebody tried “Tried out”: it partly worked';
    expect(told).toEqual([
      ['Opened: Board for public', result],
      ['Opened: Board for public', 'Opened: Board for staff', result],
    ]);
  });
});
