import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOSING_REMINDER } from '#domain/closures/closure-rules.ts';
import { chooseLetters } from '#domain/mail/letter-refusal-commands.ts';
import { planStandingJobs } from '#server/jobs/standing-jobs.ts';
import { openClosingRoom } from '#tests/support/closing-room.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, timesOf } from '#tests/support/meetup-room.ts';

const NEXT = { times: timesOf('2027-02-04T10:00', '2027-02-04T11:30'), title: 'February café' };

forEachEngine((open) => {
  test('when a meetup is closed those who came get thanks and notes, those who missed it the notes', async () => {
    const room = await openClosingRoom(open);
    for (const name of ['carl', 'dora']) await room.addRsvp(room.meetup.id, name);
    await room.addRsvp(room.meetup.id, 'late', { status: 'waiting' });
    await room.addRsvp(room.meetup.id, 'gone', { status: 'not-going' });
    await room.addRsvp(room.meetup.id, 'typo', { heldUntil: room.over });
    await room.arrive('carl', { rsvpId: await room.rsvpOf('carl') });
    await room.arrive('Bob, unannounced', { personId: 'bob' });
    await room.arrive('A stranger');
    await room.note('Marmalade sticks.');
    expect(await room.close()).toMatchObject({ kind: 'closed', letters: 3 });
    expect(await room.post()).toEqual([
      'bob: Thank you for coming',
      'carl: Thank you for coming',
      'dora: What was said',
    ]);
    const letters = await room.letters();
    expect(letters.every(({ plainText }) => plainText.includes('Marmalade sticks.'))).toBe(true);
    expect(letters.every(({ unsubscribeUrl }) => unsubscribeUrl)).toBe(true);
  });

  test('nobody gets a second letter when the closing is mended, and who is found to have come gets a first', async () => {
    const room = await openClosingRoom(open);
    await room.addRsvp(room.meetup.id, 'carl');
    await room.arrive('carl', { rsvpId: await room.rsvpOf('carl') });
    await room.close();
    await room.arrive('Bob, on the paper list', { personId: 'bob' });
    expect(await room.close({ heads: { staff: 4, partners: 1, public: 2 }, photosNote: 'None.' })).toMatchObject({
      letters: 1,
    });
    expect(await room.close()).toMatchObject({ letters: 0 });
    expect(await room.post()).toEqual(['bob: Thank you for coming', 'carl: Thank you for coming']);
    const { attendances, meetupClosures } = room.read.tables;
    expect(await room.read.select().from(attendances)).toMatchObject([{ staff: 3, partners: 1, public: 2 }]);
    expect(await room.read.select().from(meetupClosures)).toMatchObject([{ closedById: 'ann', closedAt: room.over }]);
  });

  test('two hosts who close at the same time write to everybody once', async () => {
    const room = await openClosingRoom(open);
    for (let n = 0; n < 20; n++) await room.addRsvp(room.meetup.id, `guest-${n}`);
    await room.note('Said.');
    await Promise.all([
      room.close(),
      room.close({}, { viewer: { ...room.ann, person: { ...room.ann.person, id: 'bob' } }, at: room.over }),
      room.close(),
    ]);
    expect(await room.letters()).toHaveLength(20);
  });

  test('where nobody was marked at the door, everyone with a place is thanked for being part of it', async () => {
    const room = await openClosingRoom(open);
    await room.addRsvp(room.meetup.id, 'carl');
    await room.close();
    expect(await room.post()).toEqual(['carl: Thank you']);
  });

  test('notes that are not published are in no letter, and then those who missed it get none', async () => {
    const room = await openClosingRoom(open);
    for (const name of ['carl', 'dora']) await room.addRsvp(room.meetup.id, name);
    await room.arrive('carl', { rsvpId: await room.rsvpOf('carl') });
    await room.note('Between us.');
    await room.close({ publishesNotes: false });
    expect(await room.post()).toEqual(['carl: Thank you for coming']);
    expect((await room.letters())[0]?.plainText).not.toContain('Between us.');
  });

  test('whoever stopped letters after meetups gets none', async () => {
    const room = await openClosingRoom(open);
    for (const name of ['carl', 'dora']) await room.addRsvp(room.meetup.id, name);
    await room.write((tx) => chooseLetters(tx, 'carl@home.example', ['reminders', 'hosts'], NOW));
    await room.close();
    expect(await room.post()).toEqual(['dora: Thank you']);
  });

  test('the next date is named to those who may come to it, and to nobody else', async () => {
    const room = await openClosingRoom(open);
    const { series } = room.read.tables;
    await room.write((tx) =>
      tx.insert(series).values({
        ...{ id: 'cafes', slug: 'cafes', name: 'Cafés', circle: 'public', startTime: '10:00', endTime: '11:30' },
        ...{
          rules: [],
          exceptDays: [],
          extraDays: [],
          zone: 'Europe/London',
          cost: '',
          createdAt: NOW,
          updatedAt: NOW,
        },
      }),
    );
    await room.write((tx) => tx.update(tx.tables.meetups).set({ seriesId: 'cafes' }));
    const next = meetupWish({ ...NEXT, seriesId: 'cafes', circle: 'staff' });
    await room.save(next);
    await room.addRsvp(room.meetup.id, 'carl');
    await room.addRsvp(room.meetup.id, 'dora', { circle: 'staff' });
    await room.close({ nextMeetupId: next.id });
    const told = (await room.letters()).filter(({ plainText }) => plainText.includes('February café'));
    expect(told.map(({ recipient }) => recipient)).toEqual(['dora@home.example']);
    expect(await room.read.select().from(room.read.tables.meetupClosures)).toMatchObject([{ nextMeetupId: next.id }]);
  });

  test('a topic with notes becomes one draft of a lesson, by lead and note-taker, and both are told once', async () => {
    const room = await openClosingRoom(open);
    await room.addPerson('lea');
    await room.note('Marmalade sticks.');
    const authors = [
      { personId: 'lea', guestName: '' as const },
      { personId: null, guestName: 'Priya' },
    ];
    await room.close({ lessons: [room.lessonOf(room.topics[0], authors)] });
    await room.close({ lessons: [room.lessonOf(room.topics[0], authors)] });
    const { lessons, lessonAuthors, lessonPublications } = room.read.tables;
    expect(await room.read.select().from(lessons)).toMatchObject([
      { topicId: room.topics[0]?.id, meetupId: room.meetup.id },
    ]);
    expect(await room.read.select().from(lessonAuthors).orderBy(lessonAuthors.position)).toMatchObject(authors);
    expect(await room.read.select().from(lessonPublications)).toEqual([]);
    expect(await room.post()).toEqual(['lea: A lesson in draft']);
  });

  test('only a host closes a meetup, and only one that has begun and was not called off', async () => {
    const room = await openClosingRoom(open);
    const eve = { ...room.ann, person: { ...room.ann.person, id: 'eve' } };
    expect(await room.close({}, { viewer: eve, at: room.over })).toEqual({ kind: 'not-yours' });
    expect(await room.close({}, { viewer: room.ann, at: NOW })).toEqual({ kind: 'not-held' });
    await room.cancel(room.meetup.id);
    expect(await room.close()).toEqual({ kind: 'not-held' });
  });

  test('the hosts are reminded the day after, then weekly, and no longer after six weeks', async () => {
    const room = await openClosingRoom(open);
    const reminded = async (days: number) => {
      await room.runJobs(room.daysAfter(days));
      return (await room.post()).filter((line) => line.includes('Please close it')).length;
    };
    expect(await reminded(0.9)).toBe(0);
    expect(await reminded(1)).toBe(2);
    expect(await reminded(2)).toBe(2);
    expect(await reminded(8)).toBe(4);
    for (let day = 9; day < 120; day++) await room.runJobs(room.daysAfter(day));
    expect(await reminded(120)).toBe(12);
  });

  test('once it is closed, or called off, nobody is reminded', async () => {
    const room = await openClosingRoom(open);
    const other = meetupWish({ times: room.meetup });
    await room.save(other);
    await room.cancel(other.id);
    await room.close();
    await room.runJobs(room.daysAfter(3));
    expect((await room.post()).filter((line) => line.includes('Please close it'))).toEqual([]);
  });

  test('a meetup that moved is reminded of after its new end', async () => {
    const room = await openClosingRoom(open);
    await room.edit(meetupWish({ id: room.meetup.id, secondHostId: 'bob', ...NEXT }));
    await room.runJobs(room.daysAfter(3));
    expect((await room.post()).filter((line) => line.includes('Please close it'))).toEqual([]);
    await room.runJobs(new Date('2027-02-05T12:00:00Z'));
    expect((await room.post()).filter((line) => line.includes('Please close it'))).toHaveLength(2);
  });

  test('a database from before plans it for what is ahead, and leaves old meetups in peace', async () => {
    const room = await openClosingRoom(open);
    const { jobs } = room.read.tables;
    const planned = async (at: Date) => {
      await room.write((tx) => tx.delete(jobs));
      await planStandingJobs({ read: room.read, write: room.write, clock: () => at });
      return room.read.select().from(jobs).where(eq(jobs.kind, CLOSING_REMINDER));
    };
    expect(await planned(NOW)).toMatchObject([{ subjectId: room.meetup.id }]);
    expect(await planned(room.over)).toEqual([]);
  });
});
