import { aliasedTable, and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import { type Cover, listCovers } from '../people/cover-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { type EmergencyLine, MOST_ON_SHEET, type Poster } from './emergency-rules.ts';

/** What comes before a number or a mail address in a link. */
const CALLED = /^(tel|sms|mailto):/;
/** Behind every turn that was given. */
const LAST = 1000;

/**
 * The channels that carry an urgent message, in their order, with who can post today: for staff, nothing for anybody else.
 * What is paused stands there too, since it may be woken; what nobody can get into, or what is over, is no help.
 */
export async function listEmergency(read: Reader, viewer: Viewer, today: string): Promise<EmergencyLine[]> {
  if (viewer.circle !== 'staff' || !viewer.person) return [];
  const rows = await selectSheet(read, viewer);
  const persons = rows.flatMap(({ owner, deputy }) => [owner?.id, deputy?.id]).filter((id) => id != null);
  const covers = await listCovers(read, persons, today);
  return rows.map(({ url, handle, place, owner, deputy, ...row }) => ({
    ...row,
    where: url?.replace(CALLED, '') || handle || place,
    posters: [...posterOf('Owner', owner, covers), ...posterOf('Deputy', deputy, covers)],
  }));
}

function selectSheet(read: Reader, viewer: Viewer) {
  const { channels, platforms, units, people } = read.tables;
  const owner = aliasedTable(people, 'owner');
  const deputy = aliasedTable(people, 'deputy');
  return read
    .select({
      id: channels.id,
      slug: channels.slug,
      name: channels.name,
      url: channels.url,
      handle: channels.handle,
      place: channels.place,
      status: channels.status,
      turn: channels.emergencyOrder,
      minutes: channels.postsWithinMinutes,
      outOfHoursPhone: channels.outOfHoursPhone,
      platform: platforms.label,
      unit: units.name,
      owner: { id: owner.id, name: sql<string>`${owner.name}`.as('owner_name'), leftAt: owner.leftAt },
      deputy: { id: deputy.id, name: sql<string>`${deputy.name}`.as('deputy_name'), leftAt: deputy.leftAt },
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(owner, eq(owner.id, channels.ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .where(
      and(
        eq(channels.emergencyUse, true),
        inArray(channels.status, ['open', 'paused', 'closing']),
        mayBeSeen(channels, viewer),
      ),
    )
    .orderBy(asc(sql`coalesce(${channels.emergencyOrder}, ${LAST})`), asc(channels.name), asc(channels.id))
    .limit(MOST_ON_SHEET);
}

type Person = { id: string; name: string; leftAt: Date | null } | null;

function posterOf(office: Poster['office'], person: Person, covers: readonly Cover[]): Poster[] {
  if (!person || person.leftAt) return [];
  const cover = covers.find(({ personId }) => personId === person.id);
  return [{ office, name: person.name, cover: cover && { name: cover.name, untilOn: cover.untilOn } }];
}
