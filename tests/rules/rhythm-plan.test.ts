import { expect, test } from 'vitest';
import { hostsOn, isLosingHosts, lastDayOf } from '#domain/series/host-term-rules.ts';
import { isIdle, listOccasions, markOf, planRhythm } from '#domain/series/rhythm-plan-rules.ts';
import { confirmBy } from '#domain/series/series-rules.ts';
import { dateOn, rhythmOf } from '#tests/support/rhythms.ts';

const at = (day: string, startTime: string, endTime: string, zone = 'Europe/London') => ({
  ...{ startsLocal: `${day}T${startTime}`, endsLocal: `${day}T${endTime}`, zone },
});
const on = (...days: string[]) => days.map((day) => at(day, '10:00', '12:00'));

/** A plan by days: what is kept, moved (from > to), withdrawn, left alone and made. */
function plan(occasions: ReturnType<typeof on>, dates: ReturnType<typeof dateOn>[]) {
  const { kept, moved, withdrawn, leftAlone, made } = planRhythm(occasions, dates);
  const day = ({ startsLocal }: { startsLocal: string }) => startsLocal.slice(5, 10);
  return {
    kept: kept.map(({ date }) => day(date)),
    moved: moved.map(({ date, to }) => `${day(date)} > ${day(to)}`),
    withdrawn: withdrawn.map(day),
    leftAlone: leftAlone.map(day),
    made: made.map(day),
  };
}

const NOTHING = { kept: [], moved: [], withdrawn: [], leftAlone: [], made: [] };

test('the same rhythm keeps every date, makes the new one, and the second time does nothing', () => {
  const occasions = on('2026-12-16', '2027-01-20');
  expect(plan(occasions, [dateOn('2026-12-16')])).toEqual({ ...NOTHING, kept: ['12-16'], made: ['01-20'] });
  expect(isIdle(planRhythm(occasions, [dateOn('2026-12-16'), dateOn('2027-01-20')]))).toBe(true);
});

test('from Wednesdays to Thursdays every date moves by a day; from weekly to monthly the others are withdrawn', () => {
  const dates = [dateOn('2026-12-02'), dateOn('2026-12-09'), dateOn('2026-12-16')];
  expect(plan(on('2026-12-03', '2026-12-10', '2026-12-17'), dates)).toEqual({
    ...NOTHING,
    moved: ['12-02 > 12-03', '12-09 > 12-10', '12-16 > 12-17'],
  });
  expect(plan(on('2026-12-16', '2027-01-20'), dates)).toEqual({
    ...NOTHING,
    kept: ['12-16'],
    withdrawn: ['12-02', '12-09'],
    made: ['01-20'],
  });
});

test('a date changed by hand stays as it is, stands for its occasion, and is never withdrawn', () => {
  const moved = dateOn('2026-12-16', {
    startsLocal: '2026-12-18T18:00',
    endsLocal: '2026-12-18T20:00',
    isByHand: true,
  });
  expect(plan(on('2026-12-16'), [moved])).toEqual({ ...NOTHING, kept: ['12-18'] });
  expect(plan(on('2026-12-17'), [moved])).toEqual({ ...NOTHING, kept: ['12-18'] });
  expect(plan(on('2027-01-20'), [moved])).toEqual({ ...NOTHING, leftAlone: ['12-18'], made: ['01-20'] });
});

test('a date that was held on an earlier day stands for its own day alone, at whatever time that is now', () => {
  const held = dateOn('2026-12-16', {
    ...{ startsLocal: '2026-12-14T10:00', endsLocal: '2026-12-14T12:00' },
    ...{ isByHand: true, hasBegun: true },
  });
  const later = [at('2026-12-16', '18:00', '20:00')];
  expect(plan(on('2026-12-16'), [held])).toEqual({ ...NOTHING, kept: ['12-14'] });
  expect(plan(later, [held])).toEqual({ ...NOTHING, kept: ['12-14'] });
  expect(plan(on('2026-12-17'), [held])).toEqual({ ...NOTHING, made: ['12-17'] });
  expect(plan([], [held])).toEqual(NOTHING);
});

test('a cancelled date is not made again, and one announced on its own takes its day only', () => {
  const cancelled = dateOn('2026-12-16', { isCancelled: true });
  expect(plan(on('2026-12-16'), [cancelled])).toEqual({ ...NOTHING, kept: ['12-16'] });
  const extra = dateOn('2026-12-18', { seriesStart: null, isByHand: true });
  expect(plan(on('2026-12-18'), [extra])).toEqual({ ...NOTHING, kept: ['12-18'] });
  expect(plan(on('2026-12-17'), [extra])).toEqual({ ...NOTHING, leftAlone: ['12-18'], made: ['12-17'] });
});

test('another time on the same day moves the date, and so does the same time in another zone', () => {
  const later = [at('2026-12-16', '18:00', '20:00')];
  expect(plan(later, [dateOn('2026-12-16')])).toEqual({ ...NOTHING, moved: ['12-16 > 12-16'] });
  const inParis = planRhythm([at('2026-12-16', '10:00', '12:00', 'Europe/Paris')], [dateOn('2026-12-16')]);
  expect(inParis.moved.map(({ to }) => to.zone)).toEqual(['Europe/Paris']);
  const inLondon = planRhythm([at('2026-12-16', '11:00', '12:00')], [dateOn('2026-12-16')]);
  expect(new Set([inParis, inLondon, planRhythm([], [])].map(markOf)).size).toBe(3);
});

test('dates are wanted for twelve months, never in the past, and never more than a hundred or so', () => {
  const now = new Date('2026-11-18T10:30:00Z');
  const days = listOccasions(rhythmOf(['FREQ=MONTHLY;BYDAY=3WE']), now).map(({ startsLocal }) =>
    startsLocal.slice(0, 10),
  );
  expect(days[0]).toBe('2026-12-16');
  expect(days.at(-1)).toBe('2027-11-17');
  expect(listOccasions(rhythmOf(['FREQ=DAILY']), now)).toHaveLength(104);
});

test('hosts take turns while their terms last; then whoever stays longest stands in', () => {
  const ann = { personId: 'ann', fromOn: '2026-01-01', untilOn: '2026-12-31' };
  const bob = { personId: 'bob', fromOn: '2026-06-01', untilOn: '2027-03-31' };
  expect(hostsOn([ann, bob], '2026-07-01', 0)).toEqual({ hostId: 'ann', secondHostId: 'bob' });
  expect(hostsOn([ann, bob], '2026-07-01', 1)).toEqual({ hostId: 'bob', secondHostId: 'ann' });
  expect(hostsOn([ann, bob], '2026-02-01', 1)).toEqual({ hostId: 'ann', secondHostId: null });
  expect(hostsOn([ann, bob], '2027-07-01', 1)).toEqual({ hostId: 'bob', secondHostId: null });
  expect(hostsOn([], '2027-07-01', 0)).toBeUndefined();
  expect(lastDayOf([ann, bob])).toBe('2027-03-31');
  expect(lastDayOf([ann, { ...bob, untilOn: null }])).toBeNull();
  expect(isLosingHosts([ann, bob], new Date('2027-02-02T23:59:00Z'))).toBe(false);
  expect(isLosingHosts([ann, bob], new Date('2027-02-03T00:00:00Z'))).toBe(true);
});

test('whoever comes to every date has until a week before to say so, and two days at least', () => {
  const starts = new Date('2026-12-16T10:00:00Z');
  const until = (now: string) => confirmBy(starts, new Date(now)).toISOString().slice(5, 10);
  expect([until('2026-10-21T10:00Z'), until('2026-12-10T10:00Z'), until('2026-12-15T10:00Z')]).toEqual([
    '12-09',
    '12-12',
    '12-16',
  ]);
});
