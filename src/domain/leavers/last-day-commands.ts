import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findLead } from '../units/unit-queries.ts';
import { listHoldings, listHostedSeries } from './holding-queries.ts';
import { lastDayLetter } from './leaving-letters.ts';

/** More keepers than this need not all be told. */
const MOST_KEEPERS = 5;
/** More lines than this are for reading on the page. */
const MOST_LINES = 20;

/** Tells keepers, the lead of the unit and the person, on their last day, what would leave with them. */
export async function tellOfLastDay(tx: Writer, personId: string, stationery: Stationery, now: Date): Promise<null> {
  const { people } = tx.tables;
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.leftAt)));
  if (!person?.leavingOn) return null;
  const open = await listOpen(tx, personId, person.leavingOn);
  const leaver = { ...person, leavingOn: person.leavingOn, open };
  const lead = person.unitId ? await findLead(tx, person.unitId) : undefined;
  const told = [person, ...(lead ? [lead] : []), ...(await listKeepers(tx))];
  const addresses = new Map(told.map(({ name, email }) => [email, name]));
  const post = [...addresses].flatMap(([email, name]) =>
    email ? [{ id: stationery.newId(), letter: lastDayLetter({ name, email }, leaver, stationery) }] : [],
  );
  await queueLetters(tx, post, stationery, now);
  return null;
}

async function listOpen(tx: Writer, personId: string, today: string): Promise<string[]> {
  const holdings = await listHoldings(tx, personId);
  const series = await listHostedSeries(tx, personId, today);
  const lines = [
    ...holdings.map(({ name, role, isSole }) => `${name}, as ${role}${isSole ? ', the only name on it' : ''}`),
    ...series.map(({ name }) => `${name}, as host`),
  ];
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines;
}

function listKeepers(tx: Writer) {
  const { people, roles } = tx.tables;
  return tx
    .selectDistinct({ name: people.name, email: people.email })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(inArray(roles.role, ['keeper', 'admin']), isNull(people.leftAt)))
    .limit(MOST_KEEPERS);
}
