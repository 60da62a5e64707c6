import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { importCalendar } from '#domain/calendars/import-commands.ts';
import { listImportKeys } from '#domain/calendars/import-queries.ts';
import { listDatesAhead } from '#domain/series/date-queries.ts';
import { subscribedCalendar } from '#server/calendar.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { fixture, NOON, plan } from '#tests/support/calendar-files.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, openMeetupRoom, SITE_HEAD } from '#tests/support/meetup-room.ts';

const description = { source: '', html: '', rendererVersion: 1 };
const WISH = {
  ...{ hostId: 'ann', secondHostId: 'bob', circle: 'public' as const, cost: 'Free' },
  descriptionOf: () => description,
};

async function openImport(open: () => Promise<Database>) {
  const room = await openMeetupRoom(open);
  const { read, write, stationery } = room;
  const { meetups, meetupCancellations, series } = read.tables;
  return {
    ...room,
    take: async (name: string, now = NOON) => {
      const asked = plan(fixture(name), { now, known: await listImportKeys(read) });
      await write((tx) => importCalendar(tx, asked, WISH, stationery, now));
      return asked;
    },
    meetups: () => read.select().from(meetups).orderBy(asc(meetups.startsAt)),
    cancelled: () =>
      read
        .select({ startsLocal: meetups.startsLocal, seriesStart: meetups.seriesStart })
        .from(meetups)
        .innerJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id)),
    series: () => read.select().from(series),
    runJobs: (now: Date) => runDueJobs({ read, write, clock: () => now }, stationery),
  };
}

forEachEngine((open) => {
  test('a recurring event becomes a series with its rhythm, hosts and place, and a meetup for each date', async () => {
    const { take, meetups, series, cancelled, read } = await openImport(open);
    await take('google');
    expect(await series()).toMatchObject([
      { name: 'Open café', rules: ['FREQ=MONTHLY;BYDAY=3WE'], exceptDays: ['2026-08-19'], startTime: '10:00' },
    ]);
    const all = await meetups();
    expect(all).toHaveLength(23);
    expect(all.find(({ seriesStart }) => seriesStart === '2026-12-16T10:00')).toMatchObject({
      ...{ title: 'Open café, with mince pies', startsLocal: '2026-12-17T14:00', editedByHandAt: NOON },
      ...{ hostId: 'ann', secondHostId: 'bob', circle: 'public' },
    });
    expect(await cancelled()).toEqual([{ startsLocal: '2027-01-20T10:00', seriesStart: '2027-01-20T10:00' }]);
    const { seriesHosts } = read.tables;
    expect((await read.select().from(seriesHosts)).map(({ personId }) => personId).sort()).toEqual(['ann', 'bob']);
  });

  test('the same file a second time changes nothing', async () => {
    const { take, meetups, series, letters } = await openImport(open);
    const names = ['google', 'outlook', 'apple', 'nextcloud', 'hostile'];
    for (const name of names) await take(name);
    const before = [await meetups(), await series(), await letters()];
    for (const name of names) {
      const again = await take(name);
      expect([again.meetups, again.series], name).toEqual([[], []]);
      expect(again.known).toBeGreaterThan(0);
    }
    expect([await meetups(), await series(), await letters()]).toEqual(before);
  });

  test('the series keeps itself from then on: its dates stay as the calendar had them, and new ones come', async () => {
    const { take, meetups, runJobs, series, read } = await openImport(open);
    await take('google');
    const before = (await meetups()).map(({ id, startsLocal }) => ({ id, startsLocal }));
    await runJobs(NOON);
    expect((await meetups()).map(({ id, startsLocal }) => ({ id, startsLocal }))).toEqual(before);
    const later = new Date('2027-02-20T12:00:00Z');
    await runJobs(later);
    const { id } = (await series())[0]!;
    const ahead = await listDatesAhead(read, id, later);
    expect(ahead.at(-1)?.startsLocal).toBe('2028-02-16T10:00');
    await take('google', later);
    expect(await listDatesAhead(read, id, later)).toEqual(ahead);
  });

  test('what is over when it comes nags nobody: its meetups are closed, its series has ended', async () => {
    const { take, read, runJobs, letters, meetups } = await openImport(open);
    const later = new Date('2027-10-01T12:00:00Z');
    await take('outlook', later);
    const { seriesRests, meetupClosures } = read.tables;
    expect(await read.select().from(seriesRests)).toMatchObject([{ kind: 'ended' }]);
    expect(await read.$count(meetupClosures)).toBe((await meetups()).length);
    await runJobs(new Date('2028-01-01T12:00:00Z'));
    expect(await letters()).toEqual([]);
  });

  test('our own calendar brings nothing that is here already', async () => {
    const { save, facts, read, meetups } = await openImport(open);
    const wish = meetupWish();
    await save(wish);
    const text = subscribedCalendar([await facts(wish.id)], SITE_HEAD);
    expect(plan(text, { known: await listImportKeys(read) })).toMatchObject({ meetups: [], series: [], known: 1 });
    expect(await meetups()).toHaveLength(1);
  });

  test('what is private is for staff only, and a cancelled event is on the site as cancelled', async () => {
    const { take, meetups, cancelled } = await openImport(open);
    await take('outlook');
    await take('nextcloud');
    const circles = (await meetups()).map(({ title, circle }) => `${title}: ${circle}`);
    expect(circles).toContain('Call with Lyon: staff');
    expect(circles).toContain('Tea in the park: public');
    expect(await cancelled()).toEqual([{ startsLocal: '2027-02-02T10:00', seriesStart: null }]);
  });

  test('an import that breaks in the middle leaves nothing', async () => {
    const { meetups, series, write, stationery } = await openImport(open);
    let made = 0;
    const asked = plan(fixture('google'));
    const broken = {
      ...WISH,
      descriptionOf: () => {
        if (++made > 12) throw new Error('the lamp went out');
        return description;
      },
    };
    await expect(write((tx) => importCalendar(tx, asked, broken, stationery, NOON))).rejects.toThrow('lamp');
    expect([await meetups(), await series()]).toEqual([[], []]);
  });
});
