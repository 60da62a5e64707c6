import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { chooseLetters } from '#domain/mail/letter-refusal-commands.ts';
import { type HostLetterWish, sendHostLetter } from '#domain/meetups/host-letter-commands.ts';
import { findReach, listHostLetters } from '#domain/meetups/host-letter-queries.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, openMeetupRoom } from '#tests/support/meetup-room.ts';

const LATER = new Date('2027-01-01T00:00:00Z');

/** Ann's meetup with people in every state, and a short way to write to them. */
async function openDesk(open: () => Promise<Database>) {
  const room = await openMeetupRoom(open);
  const { id: meetupId, ...rest } = meetupWish();
  await room.save({ id: meetupId, ...rest });
  const come = (name: string, facts: Parameters<typeof room.addRsvp>[2] = {}) => room.addRsvp(meetupId, name, facts);
  await come('cy');
  await come('di');
  await come('unconfirmed', { heldUntil: LATER });
  await come('rang', { email: null });
  await come('refuses');
  await come('waits', { status: 'waiting' });
  await come('left', { status: 'not-going' });
  await room.write((tx) => chooseLetters(tx, 'refuses@home.example', ['reminders'], NOW));
  const wish: HostLetterWish = {
    ...{ id: newId(), meetupId, audience: 'going', subject: 'Bring a mug', words: 'The kiosk is out.\n\nSee you!' },
    replyTo: null,
  };
  const host = { person: { id: 'ann', name: 'Ann Host' }, isAdmin: false };
  const send = (wished: Partial<HostLetterWish> = {}, by = host, at = NOW) =>
    room.write((tx) => sendHostLetter(tx, { ...wish, ...wished }, by, room.stationery, at));
  const recipients = async () => (await room.letters()).map(({ recipient }) => recipient.split('@')[0]);
  return {
    ...room,
    meetupId,
    send,
    recipients,
    reach: (to: 'going' | 'waiting' | 'came') => findReach(room.read, meetupId, to),
  };
}

forEachEngine((open) => {
  test('a letter goes to those it is for, once, and what was promised before is what goes out', async () => {
    const { send, recipients, reach, letters, read, meetupId } = await openDesk(open);
    expect(await reach('going')).toEqual({ letters: 2, withoutAddress: 1, refused: 1 });
    expect(await send()).toMatchObject({ kind: 'sent', letters: 2 });
    expect(await recipients()).toEqual(['cy', 'di']);
    const [first] = await letters();
    expect(first).toMatchObject({ subject: 'Bring a mug (Winter café)', replyTo: null, attachments: [] });
    expect(first?.plainText).toContain('Hello cy,\n\nThe kiosk is out.\n\nSee you!\n\nAnn Host, for Winter café');
    expect(first?.unsubscribeUrl).toContain('/unsubscribe/');
    expect(await listHostLetters(read, meetupId)).toMatchObject([
      { subject: 'Bring a mug', letters: 2, audience: 'going' },
    ]);
  });

  test('pressing twice, or both hosts’ browsers at once, sends once', async () => {
    const { send, recipients } = await openDesk(open);
    const outcomes = await Promise.all([send(), send(), send()]);
    expect(outcomes).toMatchObject([{ letters: 2 }, { letters: 2 }, { letters: 2 }]);
    expect(await recipients()).toHaveLength(2);
  });

  test('those who wait, and those who came, are written to apart', async () => {
    const { send, recipients, reach, read, write, meetupId } = await openDesk(open);
    await send({ audience: 'waiting' });
    expect(await recipients()).toEqual(['waits']);
    expect(await send({ id: newId(), audience: 'came' })).toEqual({ kind: 'nobody' });
    const [cy] = (await read.select().from(read.tables.rsvps)).filter(({ name }) => name === 'cy');
    const came = {
      id: cy!.id,
      rsvpId: cy!.id,
      name: 'cy',
      circle: 'public' as const,
      partySize: 1,
      isFirstTime: false,
    };
    await write((tx) => tx.insert(tx.tables.arrivals).values({ ...came, meetupId, arrivedAt: NOW, savedAt: NOW }));
    expect(await reach('came')).toEqual({ letters: 1, withoutAddress: 0, refused: 0 });
    await send({ id: newId(), audience: 'came' });
    expect(await recipients()).toEqual(['waits', 'cy']);
  });

  test('only a host sends, and no more than three a day', async () => {
    const { send, recipients } = await openDesk(open);
    expect(await send({}, { person: { id: 'bob', name: 'Bob' }, isAdmin: false })).toEqual({ kind: 'not-yours' });
    expect(await recipients()).toEqual([]);
    for (let sent = 0; sent < 3; sent++) expect(await send({ id: newId() })).toMatchObject({ kind: 'sent' });
    expect(await send({ id: newId() })).toEqual({ kind: 'too-many' });
    const tomorrow = new Date(NOW.getTime() + 86_400_001);
    expect(await send({ id: newId() }, undefined, tomorrow)).toMatchObject({ kind: 'sent' });
  });

  test('answers go to the host only when the host says so', async () => {
    const { send, letters } = await openDesk(open);
    await send({ replyTo: 'ann@council.example' });
    expect(await letters()).toMatchObject([{ replyTo: 'ann@council.example' }, { replyTo: 'ann@council.example' }]);
    expect((await letters())[0]?.plainText).toContain('You can answer this mail');
  });
});
