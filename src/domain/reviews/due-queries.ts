import { aliasedTable, and, asc, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { ASKED_STATUSES, lastAskedDay, lastLoudDay, neverCheckedBefore } from './review-ask-rules.ts';

/** More than that wait for the next look; so many are fetched at once. */
const MOST_LOOKED_AT = 20_000;
const PAGE = 250;

export interface Today {
  /** 'YYYY-MM-DD', local to the site. */
  today: string;
  now: Date;
}

/** Channels whose check falls due about now, or that were never checked and are here for a month. */
export function isDue({ tables: { channels } }: Reader | Writer, { today, now }: Today) {
  const isNeverChecked = and(isNull(channels.reviewDueOn), lte(channels.createdAt, neverCheckedBefore(now)));
  return and(
    inArray(channels.status, [...ASKED_STATUSES]),
    or(lte(channels.reviewDueOn, lastAskedDay(today)), isNeverChecked),
  );
}

/**
 * The channels that are due, each with who answers for it and the unit: those never checked, then those that wait longest.
 *
 * @param breathe called after each part.
 */
export async function listDue(read: Reader | Writer, at: Today, breathe: () => Promise<void>): Promise<DueChannel[]> {
  const due: DueChannel[] = [];
  while (due.length < MOST_LOOKED_AT) {
    const page = await listDuePage(read, at, due.at(-1)?.id ?? '');
    due.push(...page);
    await breathe();
    if (page.length < PAGE) break;
  }
  return due.sort((one, other) => inOrder(one.dueOn ?? '', other.dueOn ?? '') || inOrder(one.name, other.name));
}

const inOrder = (one: string, other: string) => Number(one > other) - Number(one < other);

/** In the order in which they were added, which is that of the ids: any other would be sorted anew for each page. */
function listDuePage(read: Reader | Writer, at: Today, after: string) {
  const { channels, platforms, units, people } = read.tables;
  const owner = aliasedTable(people, 'owner');
  const deputy = aliasedTable(people, 'deputy');
  return read
    .select({
      id: channels.id,
      slug: channels.slug,
      name: channels.name,
      dueOn: channels.reviewDueOn,
      platform: platforms.label,
      unitId: channels.unitId,
      owner: { id: owner.id, name: owner.name, email: owner.email, leftAt: owner.leftAt },
      deputy: { id: deputy.id, name: deputy.name, email: deputy.email, leftAt: deputy.leftAt },
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(owner, eq(owner.id, channels.ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .where(and(isDue(read, at), gt(channels.id, after)))
    .orderBy(asc(channels.id))
    .limit(PAGE);
}

export type DueChannel = Awaited<ReturnType<typeof listDuePage>>[number];

/** Who was asked about the channels that are due, the oldest first. */
export function listAsked(read: Reader | Writer, at: Today) {
  const { reviewAsks, channels, people } = read.tables;
  const { channelId, step, askedOn, personId } = reviewAsks;
  return read
    .select({ channelId, step, askedOn, personId, name: people.name })
    .from(reviewAsks)
    .innerJoin(channels, eq(channels.id, channelId))
    .innerJoin(people, eq(people.id, personId))
    .where(isDue(read, at))
    .orderBy(asc(askedOn), asc(reviewAsks.id));
}

export type Asked = Awaited<ReturnType<typeof listAsked>>[number];

/** The people who had a letter in the last days. */
export async function listQuiet(read: Reader | Writer, today: string): Promise<Set<string>> {
  const { reviewAsks } = read.tables;
  const rows = await read
    .selectDistinct({ personId: reviewAsks.personId })
    .from(reviewAsks)
    .where(gt(reviewAsks.askedOn, lastLoudDay(today)));
  return new Set(rows.map(({ personId }) => personId));
}

/** More keepers than this need not all be told. */
const MOST_KEEPERS = 5;

/** The keepers of the register that can be written to. */
export async function listKeepers(read: Reader | Writer) {
  const { people, roles } = read.tables;
  const rows = await read
    .select({ id: people.id, name: people.name, email: people.email, role: roles.role })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(inArray(roles.role, ['keeper', 'admin']), isNull(people.leftAt)))
    .orderBy(desc(roles.role), asc(people.id));
  const byId = new Map(rows.map(({ role: _, email, ...person }) => [person.id, { ...person, email: email ?? '' }]));
  return [...byId.values()].filter(({ email }) => email !== '').slice(0, MOST_KEEPERS);
}
