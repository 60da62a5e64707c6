import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { publishNotes, saveNotes, type TypedNote, withholdNotes } from '#domain/notes/note-commands.ts';
import { findNotebook } from '#domain/notes/note-queries.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, openMeetupRoom, seenBy, topic } from '#tests/support/meetup-room.ts';
import { topicsOf, typed } from '#tests/support/notes.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const ann = viewerIn('staff', 'ann') as Parameters<typeof saveNotes>[1];
const bob = viewerIn('staff', 'bob') as Parameters<typeof saveNotes>[1];

async function openDesk(open: () => Promise<Database>, circle: 'public' | 'staff' = 'public') {
  const room = await openMeetupRoom(open);
  const wish = meetupWish({ secondHostId: 'bob', circle });
  await room.save(wish);
  const [first, second] = await topicsOf(room.read, wish.id);
  const { meetup } = await room.facts(wish.id);
  return {
    ...{ ...room, meetup, first: first!.id, second: second!.id },
    write: (viewer: typeof ann, ...notes: TypedNote[]) =>
      room.write((tx) => saveNotes(tx, viewer, { meetupId: wish.id, typed: notes }, NOW)),
    words: async () => {
      const notebook = await findNotebook(room.read, ann, { id: wish.id });
      return notebook?.topics.flatMap(({ notes }) => notes.map(({ words }) => words)).filter(Boolean);
    },
    publish: () => room.write((tx) => publishNotes(tx, meetup, 'ann', NOW)),
    withhold: () => room.write((tx) => withholdNotes(tx, meetup)),
  };
}

forEachEngine((open) => {
  test('notes are saved box by box, and saving the same again changes nothing', async () => {
    const desk = await openDesk(open);
    const box = typed(desk.first, 'tried', 'A poster.');
    expect(await desk.write(ann, box, typed(desk.second, 'next', 'Bob asks.'))).toMatchObject({ kind: 'saved' });
    expect(await desk.write(ann, box)).toMatchObject({ kind: 'saved' });
    expect(await desk.words()).toEqual(['A poster.', 'Bob asks.']);
  });

  test('words that were saved meanwhile are never overwritten', async () => {
    const desk = await openDesk(open);
    await desk.write(ann, typed(desk.first, 'tried', 'From Ann.'));
    const late = [typed(desk.first, 'tried', 'From Bob.'), typed(desk.first, 'next', 'Too.')];
    expect(await desk.write(bob, ...late)).toEqual({ kind: 'changed-since' });
    expect(await desk.words()).toEqual(['From Ann.']);
  });

  test('a box that was not touched is left alone, however old the page', async () => {
    const desk = await openDesk(open);
    await desk.write(ann, typed(desk.first, 'tried', 'From Ann.'));
    const all = [typed(desk.first, 'tried', ''), typed(desk.first, 'next', 'From Bob.')];
    expect(await desk.write(bob, ...all)).toMatchObject({ kind: 'saved' });
    expect(await desk.words()).toEqual(['From Ann.', 'From Bob.']);
  });

  test('of many who save the same empty box at once one wins and the others are told', async () => {
    const desk = await openDesk(open);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => desk.write(ann, typed(desk.first, 'tried', `Number ${n}.`))),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(7).fill('changed-since'), 'saved']);
    expect(await desk.words()).toHaveLength(1);
  });

  test('nobody writes in the boxes of another meetup, or of none', async () => {
    const desk = await openDesk(open);
    const other = meetupWish();
    await desk.save(other);
    const [foreign] = await topicsOf(desk.read, other.id);
    expect(await desk.write(bob, typed(foreign!.id, 'tried', 'Hello.'))).toEqual({ kind: 'no-such-topic' });
    expect(await desk.write(viewerIn('staff', 'eve') as typeof ann, typed(desk.first, 'tried', 'Hi.'))).toEqual({
      kind: 'not-yours',
    });
  });

  test('notes are read and found by the circle of the meetup once they are published, and by nobody else', async () => {
    const desk = await openDesk(open, 'staff');
    await desk.write(ann, typed(desk.first, 'learned', 'Marmalade sticks.'));
    const found = async (circle: 'public' | 'staff') =>
      (await searchEverything(desk.read, seenBy(circle), 'marmalade', 1)).results.map(({ path }) => path);
    expect(await found('staff')).toEqual([]);
    await desk.publish();
    expect(await found('staff')).toEqual([`/meetups/${desk.meetup.slug}#notes`]);
    expect(await found('public')).toEqual([]);
    expect(await findNotebook(desk.read, seenBy('public'), { id: desk.meetup.id })).toBeUndefined();
    await desk.withhold();
    expect(await found('staff')).toEqual([]);
  });

  test('a host who mends published notes mends what search finds', async () => {
    const desk = await openDesk(open);
    await desk.write(ann, typed(desk.first, 'learned', 'Marmalade sticks.'));
    await desk.publish();
    await desk.write(ann, typed(desk.first, 'learned', 'Honey sticks.', 1, 'Marmalade sticks.'));
    const found = async (query: string) => (await searchEverything(desk.read, seenBy('public'), query, 1)).total;
    expect([await found('marmalade'), await found('honey')]).toEqual([0, 1]);
  });

  test('published notes follow their meetup into another circle', async () => {
    const desk = await openDesk(open);
    await desk.write(ann, typed(desk.first, 'learned', 'Honey sticks.'));
    await desk.publish();
    const topics = (await topicsOf(desk.read, desk.meetup.id)).map(({ id, title }) => ({ ...topic(title), id }));
    const wish = meetupWish({ id: desk.meetup.id, secondHostId: 'bob', circle: 'staff', topics });
    expect(await desk.edit(wish)).toMatchObject({ kind: 'saved' });
    const found = async (circle: 'public' | 'staff') =>
      (await searchEverything(desk.read, seenBy(circle), 'honey', 1)).total;
    expect([await found('public'), await found('staff')]).toEqual([0, 1]);
    expect(await desk.words()).toEqual(['Honey sticks.']);
  });
});
