import { and, eq, isNotNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addFollowLinks } from '../follows/follow-link-commands.ts';
import { listFollowersToTell } from '../follows/follow-queries.ts';
import { planJobOnce } from '../jobs/job-commands.ts';
import type { Letter } from '../mail/letter-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { followPlan } from './date-commands.ts';
import { findLastEnd, hasDateAhead, listDatesAhead } from './date-queries.ts';
import { lastDayOf, warnAt } from './host-term-rules.ts';
import { listOccasions, planRhythm } from './rhythm-plan-rules.ts';
import { hostsLeaveLetter, noDateLetter, quietLetter, type SeriesLetterFacts } from './series-letters.ts';
import { findSeriesById, listTerms, rhythmOf, type Series } from './series-queries.ts';

const DAY = 86_400_000;
const HOSTS_PROMPTED_AFTER = DAY;
const FOLLOWERS_TOLD_AFTER = 28 * DAY;

/** The daily round of a series: makes the dates that are missing of the next twelve months, and notices when there are none. */
export async function keepSeries(
  tx: Writer,
  seriesId: string,
  stationery: Stationery,
  now: Date,
): Promise<Date | null> {
  const found = await findSeriesById(tx, seriesId);
  if (!found || found.rest) return null;
  const { series } = found;
  const plan = planRhythm(listOccasions(rhythmOf(series), now), await listDatesAhead(tx, seriesId, now));
  await followPlan(tx, series, { ...plan, moved: [], withdrawn: [] }, { byId: null, reason: '' }, stationery, now);
  if (!(await hasDateAhead(tx, seriesId, now))) await planPrompts(tx, series, stationery);
  return new Date(now.getTime() + DAY);
}

/** Tells the hosts that the last of them leaves, when that is still so. */
export async function warnHosts(tx: Writer, seriesId: string, stationery: Stationery, now: Date): Promise<Date | null> {
  const found = await findSeriesById(tx, seriesId);
  const terms = await listTerms(tx, seriesId);
  const [at, lastDay] = [warnAt(terms), lastDayOf(terms)];
  if (!found || found.rest || !at || !lastDay) return null;
  if (at > now) return at;
  await writeToHosts(tx, found.series, hostsLeaveLetter(lastDay), stationery, now);
  return null;
}

/** Asks the hosts for a date, when none is ahead. @param subjectId as `planPrompts` made it. */
export async function promptHosts(tx: Writer, subjectId: string, stationery: Stationery, now: Date): Promise<null> {
  const series = await findQuiet(tx, subjectId, now);
  if (series) await writeToHosts(tx, series, noDateLetter, stationery, now);
  return null;
}

/** Tells those who follow a series that there has been no date for weeks. @param subjectId as `planPrompts` made it. */
export async function promptFollowers(tx: Writer, subjectId: string, stationery: Stationery, now: Date): Promise<null> {
  const series = await findQuiet(tx, subjectId, now);
  if (!series) return null;
  const followers = await listFollowersToTell(tx, { kind: 'series', subjectId: series.id }, series.circle);
  const links = await addFollowLinks(tx, followers, stationery);
  const post = followers.map(({ email, name }, at) => {
    const facts = { to: email, name, series, siteName: stationery.siteName, siteUrl: stationery.siteUrl };
    return { id: stationery.newId(), letter: quietLetter(links[at] ?? '')(facts) };
  });
  await queueLetters(tx, post, stationery, now);
  return null;
}

/** Each silence is noticed once: it is known by the series and the day of the date before it. */
async function planPrompts(tx: Writer, { id, createdAt }: Series, { newId }: Stationery) {
  const since = (await findLastEnd(tx, id)) ?? createdAt;
  const subjectId = `${id}:${since.toISOString().slice(0, 10)}`;
  const after = (pause: number) => new Date(since.getTime() + pause);
  await planJobOnce(tx, { id: newId(), kind: 'prompt-hosts', subjectId, dueAt: after(HOSTS_PROMPTED_AFTER) });
  await planJobOnce(tx, { id: newId(), kind: 'prompt-followers', subjectId, dueAt: after(FOLLOWERS_TOLD_AFTER) });
}

/** The series of a prompt, if it still has no date and does not rest. */
async function findQuiet(tx: Writer, subjectId: string, now: Date): Promise<Series | undefined> {
  const found = await findSeriesById(tx, subjectId.split(':')[0] ?? '');
  if (!found || found.rest || (await hasDateAhead(tx, found.series.id, now))) return undefined;
  return found.series;
}

async function writeToHosts(
  tx: Writer,
  series: Series,
  letter: (facts: SeriesLetterFacts) => Letter,
  stationery: Stationery,
  now: Date,
) {
  const { newId, siteName, siteUrl } = stationery;
  const { seriesHosts, people } = tx.tables;
  const hosts = await tx
    .select({ email: people.email, name: people.name })
    .from(seriesHosts)
    .innerJoin(people, eq(people.id, seriesHosts.personId))
    .where(and(eq(seriesHosts.seriesId, series.id), isNotNull(people.email)));
  const post = hosts.flatMap(({ email, name }) =>
    email ? [{ id: newId(), letter: letter({ to: email, name, series, siteName, siteUrl }) }] : [],
  );
  await queueLetters(tx, post, stationery, now);
}
