import { expect, test } from 'vitest';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { PLAIN_PLACES } from '#domain/meetups/meetup-record-commands.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { NOW, seenBy, timesOf, VENUE } from '#tests/support/meetup-room.ts';
import { rhythmOf } from '#tests/support/rhythms.ts';
import { openSeriesRoom, THIRD_WEDNESDAYS } from '#tests/support/series-room.ts';

const DAY = 86_400_000;
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY);
const WISH = (date: { id: string; title: string }, startsLocal: string, endsLocal: string) => ({
  ...{ id: date.id, title: date.title, times: timesOf(startsLocal, endsLocal), venue: { fields: VENUE }, cost: 'Free' },
  ...PLAIN_PLACES,
  ...{ circle: 'public' as const, places: 20, hostId: 'ann', secondHostId: 'bob', topics: [] },
  description: { source: '', html: '', words: '', rendererVersion: 1 },
});

forEachEngine((open) => {
  test('a rhythm makes twelve months of real meetups, and the same again changes nothing', async () => {
    const { rhythm, days, seriesId, read, dates, runJobs } = await openSeriesRoom(open);
    expect(await rhythm(THIRD_WEDNESDAYS)).toEqual({ kind: 'saved', slug: 'open-cafe', untold: 0 });
    const made = await days();
    expect([made.length, made[0], made.at(-1)]).toEqual([12, '2026-12-16', '2027-11-17']);
    const [first, second] = await dates();
    expect(first).toMatchObject({ slug: 'open-cafe-2026-12-16', title: 'Open café', startsLocal: '2026-12-16T10:00' });
    const facts = await Promise.all([first, second].map((date) => findFacts(read, date!.id)));
    expect(facts.map((one) => [one?.meetup.hostId, one?.meetup.secondHostId])).toEqual([
      ['bob', 'ann'],
      ['ann', 'bob'],
    ]);
    expect(facts[0]).toMatchObject({ meetup: { seriesId, circle: 'public', places: 20 }, venue: VENUE });
    await rhythm(THIRD_WEDNESDAYS);
    await runJobs(NOW);
    await runJobs(daysLater(1));
    expect(await days()).toEqual(made);
  });

  test('a round each day keeps it twelve months ahead', async () => {
    const { rhythm, days, runJobs } = await openSeriesRoom(open);
    await rhythm(THIRD_WEDNESDAYS);
    await runJobs(daysLater(27));
    expect((await days()).at(-1)).toBe('2027-12-15');
    expect(await days()).toHaveLength(13);
  });

  test('a new rhythm moves the dates that nobody touched and tells who was coming; what was changed by hand stays', async () => {
    const room = await openSeriesRoom(open);
    await room.rhythm(THIRD_WEDNESDAYS);
    const [december, january, february] = await room.dates();
    await room.addRsvp(december!.id, 'rosa');
    await room.edit({ ...WISH(january!, '2027-01-22T18:00', '2027-01-22T20:00'), seriesId: room.seriesId });
    await room.cancel(february!.id);
    await room.rhythm(rhythmOf(['FREQ=MONTHLY;BYDAY=3TH']));
    expect((await room.days()).slice(0, 4)).toEqual([
      '2026-12-17',
      '2027-01-22 by hand',
      '2027-02-17 by hand cancelled',
      '2027-03-18',
    ]);
    expect(await room.facts(december!.id)).toMatchObject({ meetup: { sequence: 1, startsLocal: '2026-12-17T10:00' } });
    expect(await room.post()).toEqual(['rosa: New time']);
    await room.runJobs(daysLater(1));
    expect(await room.days()).toHaveLength(12);
  });

  test('a date that the new rhythm does not have is called off, whoever was coming is told, and it can come back', async () => {
    const room = await openSeriesRoom(open);
    await room.rhythm(THIRD_WEDNESDAYS);
    const [december] = await room.dates();
    await room.addRsvp(december!.id, 'rosa');
    await room.rhythm({ ...THIRD_WEDNESDAYS, exceptDays: ['2026-12-16'] });
    expect((await room.days())[0]).toBe('2027-01-20');
    expect(await room.post()).toEqual(['rosa: Cancelled']);
    expect(await room.facts(december!.id)).toMatchObject({ meetup: { sequence: 1 }, cancelledAt: NOW });
    await room.rhythm(THIRD_WEDNESDAYS);
    expect((await room.days())[0]).toBe('2026-12-16');
    expect((await room.dates())[0]!.id).not.toBe(december!.id);
  });

  test('nothing is done when the plan is another one than was shown, or by somebody who is not a host', async () => {
    const { rhythm, days, addPerson } = await openSeriesRoom(open);
    await addPerson('eve');
    expect(await rhythm(THIRD_WEDNESDAYS, { mark: '11+x' })).toEqual({ kind: 'changed-since' });
    const eve = { person: { id: 'eve' }, isAdmin: false };
    expect(await rhythm(THIRD_WEDNESDAYS, { editor: eve })).toEqual({ kind: 'not-yours' });
    expect(await days()).toEqual([]);
    expect(await rhythm(THIRD_WEDNESDAYS, { editor: { ...eve, isAdmin: true } })).toMatchObject({ kind: 'saved' });
  });

  test('a button pressed twice, or by two hosts at once, does it once', async () => {
    const room = await openSeriesRoom(open);
    const bob = { person: { id: 'bob' }, isAdmin: false };
    const both = await Promise.all([room.rhythm(THIRD_WEDNESDAYS), room.rhythm(THIRD_WEDNESDAYS, { editor: bob })]);
    expect(both.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    expect(await room.days()).toHaveLength(12);
    await room.addRsvp((await room.dates())[0]!.id, 'rosa');
    const rests = await Promise.all([room.rest('resting'), room.rest('resting')]);
    expect(rests.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    expect(await room.post()).toEqual(['rosa: Cancelled']);
    const woken = await Promise.all([room.resume(THIRD_WEDNESDAYS), room.resume(THIRD_WEDNESDAYS)]);
    expect(woken.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    expect(await room.days()).toHaveLength(12);
  });

  test('a series that rests calls its dates off with the reason, and wakes with new ones', async () => {
    const room = await openSeriesRoom(open);
    await room.rhythm(THIRD_WEDNESDAYS);
    await room.addRsvp((await room.dates())[0]!.id, 'rosa');
    expect(await room.rest('resting')).toMatchObject({ kind: 'saved' });
    expect(await room.days()).toEqual([]);
    expect((await room.letters())[0]?.plainText).toContain('The café is being rebuilt.');
    await room.runJobs(daysLater(40));
    expect([await room.days(daysLater(40)), await room.post()]).toEqual([[], ['rosa: Cancelled']]);
    expect(await room.rhythm(THIRD_WEDNESDAYS, { now: daysLater(40) })).toEqual({ kind: 'resting' });
    expect(await room.resume(THIRD_WEDNESDAYS, daysLater(40))).toMatchObject({ kind: 'saved' });
    expect((await room.days(daysLater(40)))[0]).toBe('2027-01-20');
  });

  test('what is changed about a series reaches the dates that nobody changed by hand', async () => {
    const room = await openSeriesRoom(open);
    await room.rhythm(THIRD_WEDNESDAYS);
    const [december, january] = await room.dates();
    await room.edit({ ...WISH(january!, '2027-01-20T10:00', '2027-01-20T12:00'), seriesId: room.seriesId });
    await room.addPerson('cora');
    const hosts = ['ann', 'cora'].map((personId) => ({ personId, fromOn: '2026-01-01', untilOn: null }));
    await room.editSeries({ name: 'Tea and topics', circle: 'staff', places: 9, hosts });
    const changed = { title: 'Tea and topics', circle: 'staff', places: 9, hostId: 'cora' };
    expect((await room.facts(december!.id)).meetup).toMatchObject(changed);
    expect((await room.facts(january!.id)).meetup).toMatchObject({
      title: 'Open café',
      circle: 'public',
      hostId: 'ann',
    });
    const found = async (circle: 'public' | 'staff') =>
      (await searchEverything(room.read, seenBy(circle), 'tea', 1)).results.map(({ title }) => title);
    expect(new Set(await found('staff'))).toEqual(new Set(['Tea and topics']));
    expect(await found('public')).toEqual([]);
    expect(await room.post()).toEqual([]);
  });

  test('the hosts are told before the last of them leaves, once, and not when somebody stays', async () => {
    const hosts = [
      { personId: 'ann', fromOn: '2026-01-01', untilOn: '2026-12-31' },
      { personId: 'bob', fromOn: '2026-01-01', untilOn: '2027-02-28' },
    ];
    const room = await openSeriesRoom(open, { hosts });
    const warned = async () => (await room.letters()).filter(({ subject }) => subject.startsWith('Who hosts next'));
    await room.rhythm(THIRD_WEDNESDAYS);
    await room.runJobs(new Date('2027-01-02T00:00:00Z'));
    expect(await warned()).toEqual([]);
    for (const day of ['03', '04', '20']) await room.runJobs(new Date(`2027-01-${day}T12:00:00Z`));
    const letters = await warned();
    expect(letters.map(({ recipient }) => recipient)).toEqual(['ann@council.example', 'bob@council.example']);
    expect(letters[0]?.plainText).toContain('stops on 28 February 2027');
    const staying = await openSeriesRoom(open, { hosts });
    await staying.editSeries({ hosts: hosts.map((host) => ({ ...host, untilOn: null })) });
    await staying.rhythm(THIRD_WEDNESDAYS);
    await staying.runJobs(new Date('2027-01-04T00:00:00Z'));
    expect((await staying.post()).filter((line) => line.endsWith('Who hosts next'))).toEqual([]);
  });

  test('with no date ahead the hosts are asked for one, and after four weeks the followers hear of it, each once', async () => {
    const room = await openSeriesRoom(open);
    await room.addPerson('rosa', 'public');
    await room.follow('rosa@council.example');
    for (const days of [0, 0.5]) await room.runJobs(daysLater(days));
    expect(await room.post()).toEqual([]);
    for (const days of [1.1, 2, 27]) await room.runJobs(daysLater(days));
    expect((await room.post()).sort()).toEqual(['ann: No date ahead', 'bob: No date ahead']);
    for (const days of [28.1, 29, 60]) await room.runJobs(daysLater(days));
    expect((await room.post()).filter((line) => line.startsWith('rosa'))).toEqual(['rosa: No date yet']);
    await room.rhythm(rhythmOf([], { extraDays: ['2027-02-03'] }), { now: daysLater(61) });
    for (const days of [62, 74]) await room.runJobs(daysLater(days));
    expect(await room.days(daysLater(62))).toEqual(['2027-02-03']);
    expect((await room.post()).filter((line) => line.endsWith('ahead'))).toHaveLength(2);
    for (const days of [77, 78, 79]) await room.runJobs(daysLater(days));
    expect((await room.post()).filter((line) => line.endsWith('ahead'))).toHaveLength(4);
  });
});
