import { expect, test } from 'vitest';
import { forgetLetters, queueLetter } from '#domain/mail/outbox-commands.ts';
import { countAttendance } from '#domain/meetups/attendance-commands.ts';
import { daysAfter } from '#server/demo/demo-calendar.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addMeetup } from '#tests/support/meetups.ts';

const heads = { staff: 9, partners: 3, public: 4, countedById: null };

forEachEngine((open) => {
  test('who came is counted once the meetup has begun, and counting again mends it', async () => {
    const { read, write } = await open();
    const { id: meetupId, startsAt } = (await write((tx) => addMeetup(tx))).meetup;
    const count = (people: number, now: Date) =>
      write((tx) => countAttendance(tx, { meetupId, ...heads, public: people }, now));
    expect(await count(4, daysAfter(startsAt, -1))).toEqual({ kind: 'not-held' });
    expect(await count(4, startsAt)).toEqual({ kind: 'counted' });
    expect(await count(6, daysAfter(startsAt, 1))).toEqual({ kind: 'counted' });
    expect(await read.select().from(read.tables.attendances)).toMatchObject([{ ...heads, public: 6 }]);
  });

  test('nobody came to a meetup that was cancelled, or that never was', async () => {
    const { write } = await open();
    const { id: meetupId, startsAt } = (await write((tx) => addMeetup(tx))).meetup;
    await write((tx) =>
      tx.insert(tx.tables.meetupCancellations).values({ meetupId, reason: 'Snow', cancelledAt: startsAt }),
    );
    const count = (id: string) =>
      write((tx) => countAttendance(tx, { meetupId: id, ...heads }, daysAfter(startsAt, 1)));
    expect(await count(meetupId)).toEqual({ kind: 'not-held' });
    expect(await count('none')).toEqual({ kind: 'no-such-meetup' });
  });

  test('letters are forgotten up to a moment, and later ones stay', async () => {
    const { read, write } = await open();
    const { outbox } = read.tables;
    const noon = new Date('2026-12-03T12:00:00Z');
    const letter = { to: 'rosa@home.example', subject: 'Hello', paragraphs: ['Hello.'] };
    await write(async (tx) => {
      await queueLetter(tx, 'before', letter, daysAfter(noon, -1));
      await queueLetter(tx, 'at noon', letter, noon);
      await queueLetter(tx, 'after', letter, daysAfter(noon, 1));
      await forgetLetters(tx, noon);
    });
    expect(await read.select({ id: outbox.id }).from(outbox)).toEqual([{ id: 'after' }]);
  });
});
