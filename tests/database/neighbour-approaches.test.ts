import { expect, test } from 'vitest';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import type { Member } from '#domain/people/viewer.ts';
import { approachNeighbour } from '#domain/requests/neighbour-commands.ts';
import { saveOpening } from '#domain/requests/request-commands.ts';
import { listEvents } from '#domain/requests/request-queries.ts';
import { EMPTY_OPENING } from '#domain/requests/request-rules.ts';
import { newId } from '#server/chance.ts';
import { channelFields, channelRoom, onX } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson } from '#tests/support/lessons.ts';
import { NOW } from '#tests/support/meetup-room.ts';
import { openSeriesRoom, THIRD_WEDNESDAYS } from '#tests/support/series-room.ts';

const opening = { ...EMPTY_OPENING, who: 'carers', canDo: 'see when a place is free', name: 'Free places' };

forEachEngine((open) => {
  /** A public series that meets, and three people: two on the staff, one at a partner. */
  async function openRoom() {
    const database = await open();
    const { read, write, rhythm, stationery } = await openSeriesRoom(async () => database);
    await rhythm(THIRD_WEDNESDAYS);
    await write((tx) => installPlatforms(tx));
    const room = channelRoom(database);
    await room.addUnit('parks', 'Parks');
    const sam = await addPerson(database, 'sam@council.example', { name: 'Sam Asker' });
    const olga = await addPerson(database, 'olga@council.example', { name: 'Olga Owner' });
    const pat = await addPerson(database, 'pat@trust.example', { name: 'Pat' });
    const place = (id: string, fields: Partial<ChannelFields> = {}) =>
      room.save(id, channelFields('parks', onX(id, { name: `The ${id}`, ownerId: olga.person.id, ...fields })));
    const draft = async (asker: Member, id = newId()) => {
      await write((tx) => saveOpening(tx, asker.person, { id, opening }, NOW));
      return async (channelId: string, wantsToMeet: boolean) => {
        const wish = { requestId: id, channelId, wantsToMeet };
        return (await write((tx) => approachNeighbour(tx, asker, wish, stationery, NOW))).kind;
      };
    };
    const letters = async () => read.select().from(read.tables.outbox);
    const topics = async () =>
      read.select({ title: read.tables.topics.title, question: read.tables.topics.question }).from(read.tables.topics);
    return { read, sam, olga, pat, place, draft, letters, topics };
  }

  test('an introduction puts a topic without names on the next list and tells both, once', async () => {
    const { read, sam, place, draft, letters, topics } = await openRoom();
    await place('gardens');
    const id = newId();
    const approach = await draft(sam, id);
    expect(await approach('gardens', true)).toBe('approached');
    expect(await approach('gardens', true)).toBe('approached');
    expect(await topics()).toEqual([
      {
        title: 'One channel or two? The gardens',
        question: 'So that carers can see when a place is free. Would “The gardens” do?',
      },
    ]);
    const told = await letters();
    expect(told.map(({ recipient, subject }) => `${recipient}: ${subject}`).sort()).toEqual([
      'olga@council.example: You and Sam Asker should meet',
      'sam@council.example: You and the owner of “The gardens” should meet',
    ]);
    expect(told[0]?.plainText).toMatch(/the list of “Open café”, which meets next on .*\/series\/open-cafe\/topics/s);
    expect(await approach('gardens', false)).toBe('approached');
    const events = (await listEvents(read, id)).map(({ kind, words }) => `${kind}: ${words}`);
    expect(events.sort()).toEqual(['introduced: The gardens', 'neighbour-asked: The gardens']);
  });

  test('no list names a channel that its readers may not see, and nobody reaches one that is not for them', async () => {
    const { sam, pat, place, draft, letters, topics } = await openRoom();
    await place('depot', { circle: 'staff' });
    await place('plan', { status: 'approved' });
    const mine = await draft(sam);
    for (const id of ['depot', 'plan']) expect(await mine(id, true)).toBe('no-series');
    const theirs = await draft(pat);
    for (const id of ['depot', 'plan']) expect(await theirs(id, false)).toBe('nobody-there');
    expect([await letters(), await topics()]).toEqual([[], []]);
    expect(await mine('depot', false)).toBe('approached');
  });

  test('nobody is asked about their own channel, and nobody asks by another’s draft', async () => {
    const { sam, olga, pat: partner, place, draft } = await openRoom();
    await place('gardens');
    expect(await (await draft(olga))('gardens', false)).toBe('nobody-there');
    const id = newId();
    await draft(sam, id);
    const pat = await draft(partner, id);
    expect(await pat('gardens', false)).toBe('nobody-there');
  });
});
