import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { askToFollow, confirmFollow, follow, unfollow } from '#domain/follows/follow-commands.ts';
import type { Editor } from '#domain/meetups/meetup-commands.ts';
import { viewerIn } from '#domain/people/viewer.ts';
import { listDatesAhead } from '#domain/series/date-queries.ts';
import { restSeries, resumeSeries } from '#domain/series/rest-commands.ts';
import { changeRhythm } from '#domain/series/rhythm-commands.ts';
import { listOccasions, markOf, planRhythm } from '#domain/series/rhythm-plan-rules.ts';
import type { Rhythm } from '#domain/series/rhythm-rules.ts';
import { editSeries, type SeriesWish, saveSeries } from '#domain/series/series-commands.ts';
import { hashToken, newId } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { onlyJobs } from './jobs.ts';
import { NOW, openMeetupRoom, VENUE } from './meetup-room.ts';
import { rhythmOf } from './rhythms.ts';

export const THIRD_WEDNESDAYS = rhythmOf(['FREQ=MONTHLY;BYDAY=3WE']);
const OWN_KINDS = onlyJobs(
  'keep-series',
  'open-date',
  'warn-hosts',
  'prompt-hosts',
  'prompt-followers',
  'forget-follow',
  'release-holds',
);

export const ANN: Editor = { person: { id: 'ann' }, isAdmin: false };

/** A series that `ann` and `bob` host without end. */
export const seriesWish = (wished: Partial<SeriesWish> = {}): SeriesWish => ({
  id: newId(),
  name: 'Open café',
  purpose: 'Tea and three topics.',
  circle: 'public',
  cost: 'Free',
  places: 20,
  phone: '',
  hosts: [
    { personId: 'ann', fromOn: '2026-01-01', untilOn: null },
    { personId: 'bob', fromOn: '2026-01-01', untilOn: null },
  ],
  venue: { fields: VENUE },
  moreVenueIds: [],
  ...wished,
});

/** A database with one series, short ways to change it, and a clock that runs its jobs. */
export async function openSeriesRoom(open: () => Promise<Database>, wished: Partial<SeriesWish> = {}) {
  const room = await openMeetupRoom(open);
  const { read, write, stationery } = room;
  const wish = seriesWish(wished);
  const seriesId = wish.id;
  await write((tx) => saveSeries(tx, wish, 'Europe/London', newId, NOW));
  const site = { read, write, clock: () => NOW };
  const dates = async (now = NOW) => listDatesAhead(read, seriesId, now);
  const markFor = async (rhythm: Rhythm, now: Date) => markOf(planRhythm(listOccasions(rhythm, now), await dates(now)));
  const linkTo = async (email: string, kind: 'follows' | 'rsvps') => {
    const letters = (await room.letters()).filter(({ recipient }) => recipient === email);
    const texts = letters.map(({ plainText }) => plainText.match(new RegExp(`/${kind}/(\\S+)`))?.[1]);
    return hashToken(texts.findLast((token) => token) ?? 'no letter');
  };
  const by = (email: string, name: string, countsIn: number | null) => ({
    ...{ subject: { kind: 'series' as const, subjectId: seriesId }, asker: viewerIn('staff') },
    ...{ email, name, hears: 'at-once' as const, countsIn },
  });
  return {
    ...{ ...room, wish, seriesId, dates, linkTo },
    save: () => write((tx) => saveSeries(tx, wish, 'Europe/London', newId, NOW)),
    rhythm: async (rhythm: Rhythm, { now = NOW, editor = ANN, mark = '' } = {}) => {
      const seen = mark || (await markFor(rhythm, now));
      return write((tx) => changeRhythm(tx, { seriesId, rhythm, mark: seen }, editor, stationery, now));
    },
    editSeries: async (changed: Partial<SeriesWish>, { editor = ANN, now = NOW } = {}) => {
      const { series } = read.tables;
      const [row] = await read.select().from(series).where(eq(series.id, seriesId));
      const seenAt = row?.updatedAt ?? NOW;
      return write((tx) => editSeries(tx, { ...wish, ...changed, seenAt }, editor, stationery, now));
    },
    rest: async (kind: 'resting' | 'ended', now = NOW) => {
      const mark = markOf(planRhythm([], await dates(now)));
      const rest = { seriesId, mark, kind, reason: 'The café is being rebuilt.' };
      return write((tx) => restSeries(tx, rest, ANN, stationery, now));
    },
    resume: async (rhythm: Rhythm, now = NOW) => {
      const mark = await markFor(rhythm, now);
      return write((tx) => resumeSeries(tx, { seriesId, mark }, ANN, stationery, now));
    },
    follow: (email: string, countsIn: number | null = null, now = NOW) => {
      const name = email.split('@')[0] ?? '';
      return write((tx) => follow(tx, { ...by(email, name, countsIn), personId: name }, stationery, now));
    },
    ask: (email: string, countsIn: number | null = null, now = NOW) =>
      write((tx) => askToFollow(tx, by(email, 'Rosa', countsIn), stationery, now)),
    confirm: async (email: string, countsIn: number | null = null, now = NOW) => {
      const linkHash = await linkTo(email, 'follows');
      return write((tx) => confirmFollow(tx, { linkHash, hears: 'at-once', countsIn }, stationery, now));
    },
    stop: async (email: string, now = NOW) => {
      const linkHash = await linkTo(email, 'follows');
      return write((tx) => unfollow(tx, { linkHash }, now));
    },
    /** Does what is due at a moment, of what series wait for: other letters about their meetups are others' tests. */
    runJobs: (now: Date) => runDueJobs({ ...site, clock: () => now }, stationery, OWN_KINDS),
    /** Every letter in the order it was queued: "rosa: A date is open". */
    post: async () => {
      const { outbox } = read.tables;
      const rows = await read.select().from(outbox).orderBy(asc(outbox.id));
      return rows.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject.split(/[:,?]/)[0]}`);
    },
    /** The dates ahead: "2026-12-16", "2027-01-20 by hand", "2027-02-17 cancelled". */
    days: async (now = NOW) =>
      (await dates(now)).map(({ startsLocal, isByHand, isCancelled }) =>
        [startsLocal.slice(0, 10), isByHand && 'by hand', isCancelled && 'cancelled'].filter(Boolean).join(' '),
      ),
  };
}
