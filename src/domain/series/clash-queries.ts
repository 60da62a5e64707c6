import { and, asc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Clash, clashesOn, type PlannedDay } from './clash-rules.ts';
import type { Holidays } from './holiday-rules.ts';

interface Beside {
  holidays: Holidays;
  /** What is planned does not clash with itself. */
  seriesId?: string | null;
  meetupId?: string;
}

/** What each of these days clashes with, of what this viewer may see; days without a clash are left out. */
export async function listClashes(
  read: Reader,
  viewer: Viewer,
  planned: readonly PlannedDay[],
  { holidays, ...own }: Beside,
): Promise<Map<string, Clash[]>> {
  if (planned.length === 0) return new Map();
  const days = planned.map(({ day }) => day).sort();
  const span = { from: days[0] ?? '', until: days.at(-1) ?? '' };
  const [meetups, absences] = await Promise.all([
    listMeetupsIn(read, viewer, span, own),
    listAbsencesIn(read, span, [...new Set(planned.flatMap(({ hostIds }) => hostIds))]),
  ]);
  const found = planned.map((one) => [one.day, clashesOn(one, { holidays, meetups, absences })] as const);
  return new Map(found.filter(([, clashes]) => clashes.length > 0));
}

interface Span {
  from: string;
  until: string;
}

async function listMeetupsIn(read: Reader, viewer: Viewer, { from, until }: Span, own: Omit<Beside, 'holidays'>) {
  const { meetups, meetupCancellations } = read.tables;
  const { id, title, slug, startsLocal, seriesId } = meetups;
  const rows = await read
    .select({ title, slug, startsLocal })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, id))
    .where(
      and(
        gte(startsLocal, `${from}T00:00`),
        lte(startsLocal, `${until}T23:59`),
        isNull(meetupCancellations.meetupId),
        inArray(meetups.circle, [...viewer.circles]),
        own.seriesId ? or(isNull(seriesId), ne(seriesId, own.seriesId)) : undefined,
        own.meetupId ? ne(id, own.meetupId) : undefined,
      ),
    )
    .orderBy(asc(startsLocal));
  return rows.map(({ startsLocal: local, ...meetup }) => ({ ...meetup, day: local.slice(0, 10) }));
}

const listAbsencesIn = async (read: Reader, { from, until }: Span, hostIds: readonly string[]) => {
  const { absences } = read.tables;
  const { personId, fromOn, untilOn } = absences;
  return read
    .select({ personId, fromOn, untilOn })
    .from(absences)
    .where(and(inArray(personId, [...hostIds]), lte(fromOn, until), gte(untilOn, from)));
};
