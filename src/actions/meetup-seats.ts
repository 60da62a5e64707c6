import type { KeptWish } from '#domain/meetups/kept-seat-commands.ts';
import { type MeetupTimes, readTime } from '#domain/meetups/meetup-time-rules.ts';
import type { Problems } from '#server/wrong-fields.ts';
import type { MeetupInput } from './meetup-fields.ts';

/** Who may have which places, as the form says it, and what is wrong with that by field. `times` is null when they are wrong themselves. */
export function readSeats(
  { places, overbookPercent, ...input }: MeetupInput,
  times: MeetupTimes | null,
): { overbookPercent: number; kept: KeptWish | null; problems: Problems } {
  const { keptFirstTimer, keptPartner, keptPublic, keptUntil } = input;
  const seats = { 'first-timer': keptFirstTimer ?? 0, partner: keptPartner ?? 0, public: keptPublic ?? 0 };
  const wanted = Object.values(seats).reduce((sum, number) => sum + number, 0);
  const share = { overbookPercent: overbookPercent ?? 0 };
  if (wanted === 0 || !times) return { ...share, kept: null, problems: {} };
  const { until, problem } = readUntil(keptUntil, times);
  const problems = { ...wrongNumber(wanted, places), ...(problem && { keptUntil: problem }) };
  return { ...share, kept: { seats, until }, problems };
}

function wrongNumber(wanted: number, places: number | null): Problems {
  if (places === null) return { places: 'Enter how many places there are, so that some of them can be kept' };
  return wanted > places ? { keptFirstTimer: `Keep no more seats than the ${places} there are` } : {};
}

function readUntil(local: string, { startsAt, zone }: MeetupTimes): { until: Date; problem?: string } {
  const read = readTime(local, zone);
  if (!local) return { until: startsAt, problem: 'Enter until when the seats are kept' };
  if (read.kind === 'wrong') return { until: startsAt, problem: read.sentence };
  if (read.at >= startsAt) return { until: startsAt, problem: 'Enter a time before the meetup starts' };
  return { until: read.at };
}
