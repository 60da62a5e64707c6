import { expect, test } from 'vitest';
import { saveSeries } from '#domain/series/series-commands.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, timesOf } from '#tests/support/meetup-room.ts';
import { openSeriesRoom, seriesWish, THIRD_WEDNESDAYS } from '#tests/support/series-room.ts';

/** The day before the third Wednesday of December. */
const DECEMBER_15 = new Date('2026-12-15T12:00:00Z');

/** A series of third Wednesdays whose first date, 16 December, somebody moved a week earlier. */
async function openEarlyRoom(open: Parameters<typeof openSeriesRoom>[0]) {
  const room = await openSeriesRoom(open);
  await room.rhythm(THIRD_WEDNESDAYS);
  const [december] = await room.dates();
  const times = timesOf('2026-12-09T10:00', '2026-12-09T12:00');
  const wish = meetupWish({ id: december!.id, seriesId: room.seriesId, times });
  await room.edit(wish);
  return { ...room, early: wish };
}

forEachEngine((open) => {
  test('a date held a week early stops nothing: the round makes the missing dates, and its own day not again', async () => {
    const room = await openEarlyRoom(open);
    await room.runJobs(DECEMBER_15);
    const days = await room.days(DECEMBER_15);
    expect([days.length, ...days.slice(0, 2), days.at(-1)]).toEqual([
      ...[13, '2026-12-09 by hand', '2027-01-20', '2027-12-15'],
    ]);
  });

  test('after a date was held early the series changes its rhythm, rests and wakes, and what is over stays as it was', async () => {
    const room = await openEarlyRoom(open);
    await room.addRsvp(room.early.id, 'rosa');
    const before = await room.facts(room.early.id);
    const later = { ...THIRD_WEDNESDAYS, startTime: '11:00', endTime: '13:00' };
    expect(await room.rhythm(later, { now: DECEMBER_15 })).toMatchObject({ kind: 'saved' });
    expect((await room.days(DECEMBER_15)).slice(0, 2)).toEqual(['2026-12-09 by hand', '2027-01-20']);
    await room.editSeries({ name: 'Tea and topics' }, { now: DECEMBER_15 });
    expect(await room.rest('resting', DECEMBER_15)).toMatchObject({ kind: 'saved' });
    expect(await room.days(DECEMBER_15)).toEqual(['2026-12-09 by hand']);
    expect(await room.resume(later, DECEMBER_15)).toMatchObject({ kind: 'saved' });
    expect((await room.days(DECEMBER_15)).slice(0, 2)).toEqual(['2026-12-09 by hand', '2027-01-20']);
    const seriesStart = '2026-12-16T11:00';
    expect(await room.facts(room.early.id)).toEqual({ ...before, meetup: { ...before.meetup, seriesStart } });
    expect(await room.post()).toEqual([]);
  });

  test('a date can go over to another series and come back, though its day has been made again meanwhile', async () => {
    const room = await openSeriesRoom(open);
    await room.rhythm(THIRD_WEDNESDAYS);
    const other = seriesWish({ name: 'Evening café' });
    await room.write((tx) => saveSeries(tx, other, 'Europe/London', newId, NOW));
    const [december] = await room.dates();
    const times = timesOf('2026-12-16T18:00', '2026-12-16T20:00');
    const wish = meetupWish({ id: december!.id, seriesId: other.id, times });
    await room.edit(wish);
    await room.runJobs(room.minutesLater(60));
    expect((await room.days())[0]).toBe('2026-12-16');
    expect(await room.edit({ ...wish, seriesId: room.seriesId })).toMatchObject({ kind: 'saved' });
    expect((await room.days()).slice(0, 2)).toEqual(['2026-12-16', '2026-12-16 by hand']);
  });

  test('a series that goes over to another time zone takes its dates along, and whoever was coming is told', async () => {
    const room = await openEarlyRoom(open);
    const [early, january] = await room.dates();
    await room.addRsvp(early!.id, 'edwin');
    await room.addRsvp(january!.id, 'rosa');
    expect(await room.rhythm({ ...THIRD_WEDNESDAYS, zone: 'Europe/Paris' })).toMatchObject({ kind: 'saved' });
    const times = timesOf('2027-01-20T10:00', '2027-01-20T12:00', 'Europe/Paris');
    expect((await room.facts(january!.id)).meetup).toMatchObject({ ...times, sequence: 1 });
    expect((await room.facts(early!.id)).meetup).toMatchObject({ zone: 'Europe/London' });
    expect(await room.post()).toEqual(['rosa: New time']);
    expect((await room.letters())[0]?.plainText).toContain('10 am to 12 noon, Paris time');
    await room.runJobs(room.minutesLater(60));
    expect(new Set((await room.dates()).slice(1).map(({ zone }) => zone))).toEqual(new Set(['Europe/Paris']));
  });

  test('a date that is under way is not made again where its hour is still to come', async () => {
    const room = await openSeriesRoom(open);
    await room.rhythm(THIRD_WEDNESDAYS);
    const [december] = await room.dates();
    const now = new Date('2026-12-16T11:00:00Z');
    expect(await room.rhythm({ ...THIRD_WEDNESDAYS, zone: 'America/New_York' }, { now })).toMatchObject({
      kind: 'saved',
    });
    expect((await room.days(now)).slice(0, 2)).toEqual(['2026-12-16', '2027-01-20']);
    expect((await room.facts(december!.id)).meetup).toMatchObject({ zone: 'Europe/London', sequence: 0 });
  });
});
