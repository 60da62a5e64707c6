import { z } from 'astro/zod';
import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import { mayHost } from '#domain/meetups/meetup-rules.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { FEWEST_HOSTS, type Term } from '#domain/series/host-term-rules.ts';
import { isDay } from '#domain/series/rhythm-form-rules.ts';
import type { SeriesWish } from '#domain/series/series-commands.ts';
import type { Site } from '#server/site.ts';
import { type Problems, wrongFields } from '#server/wrong-fields.ts';
import { choice, line, madeId, optionalLine, optionalNumber, optionalText } from './fields.ts';
import { venueFields } from './meetup-fields.ts';
import { chooseVenue, wrongVenue } from './venue-choice.ts';

const MOST_HOSTS = 12;

const cells = (most: number) => z.array(z.string().max(most)).max(MOST_HOSTS, `Name ${MOST_HOSTS} hosts at most`);

/** The form of a series, new or changed; its rhythm has a page of its own. */
export const seriesForm = z.object({
  seriesId: madeId,
  name: line(80, 'Enter a name, such as “Tea and topics”'),
  purpose: optionalText(1000),
  cost: line(120, 'Enter what it costs, or “Free”'),
  circle: choice(CIRCLES, 'Choose who can see it and come'),
  places: optionalNumber(1, 10_000, 'Enter a whole number from 1 to 10,000, or leave this empty for no limit'),
  phone: optionalLine(40),
  hostEmail: cells(254),
  hostFrom: cells(10),
  hostUntil: cells(10),
  moreVenueIds: z.array(z.string().max(64)).max(20),
  ...venueFields,
});

type SeriesInput = z.output<typeof seriesForm>;

/**
 * A series as its form sent it, its hosts looked up.
 *
 * @param today the first day of a term that says none.
 * @throws wrong fields, each with its sentence.
 */
export async function readSeries(input: SeriesInput, { read }: Pick<Site, 'read'>, today: string): Promise<SeriesWish> {
  const rows = rowsOf(input, today);
  const emails = rows.map(({ email }) => email);
  const known = emails.length > 0 ? await listPeopleByEmail(read, emails) : [];
  const hosts = rows.map((row) => ({ ...row, person: known.find(({ email }) => email === row.email) }));
  const wrong = { ...wrongHosts(hosts, input), ...wrongVenue(input) };
  if (Object.keys(wrong).length > 0) throw wrongFields(wrong);
  const { name, purpose, cost, circle, places, phone, moreVenueIds } = input;
  const terms: Term[] = hosts.map(({ person, fromOn, untilOn }) => ({ personId: person?.id ?? '', fromOn, untilOn }));
  const words = { name, purpose, cost, circle, places, phone, moreVenueIds };
  return { id: input.seriesId, ...words, hosts: terms, venue: chooseVenue(input) };
}

/** The rows in which somebody was named. */
const rowsOf = ({ hostEmail, hostFrom, hostUntil }: SeriesInput, today: string) =>
  hostEmail
    .map((email, at) => ({
      email: email.trim().toLowerCase(),
      fromOn: hostFrom[at] || today,
      untilOn: hostUntil[at] || null,
    }))
    .filter(({ email }) => email !== '');

type Row = ReturnType<typeof rowsOf>[number] & {
  person: Awaited<ReturnType<typeof listPeopleByEmail>>[number] | undefined;
};

function wrongHosts(rows: readonly Row[], { circle }: Pick<SeriesInput, 'circle'>): Problems {
  if (new Set(rows.map(({ email }) => email)).size < Math.max(rows.length, FEWEST_HOSTS))
    return { hostEmail: 'Name two different hosts or more: meetups end when their only host moves on' };
  const sentence = rows.map((row) => wrongHost(row, circle)).find((found) => found !== undefined);
  return sentence ? { hostEmail: sentence } : {};
}

function wrongHost({ email, person, fromOn, untilOn }: Row, circle: SeriesInput['circle']): string | undefined {
  if (!person) return `Nobody has signed in as ${email} yet. Ask them to sign in once, or choose another host`;
  if (!mayHost(person, circle))
    return `${email} is not from staff or a partner who can see this series: choose another host`;
  if (!isDay(fromOn) || (untilOn !== null && !isDay(untilOn))) return `Enter days for how long ${email} hosts`;
  return untilOn !== null && untilOn < fromOn ? `${email}: enter a last day that comes after the first` : undefined;
}
