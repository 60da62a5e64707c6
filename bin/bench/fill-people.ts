import type { Writer } from '#db/database.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';
import { hashToken } from '#server/chance.ts';
import { daysFrom, inPieces, type Setting, times } from './rows.ts';
import { personName, subject, unitName } from './words.ts';

export interface People {
  unitIds: string[];
  /** All of them staff and signed in. */
  ids: string[];
}

const UNITS = 300;
export const PEOPLE = 2_000;

/** What the nth person's cookie holds. */
export const sessionToken = (number: number) => `bench-session-${number}`;

/** The last of them keeps the register, so that the others see what most people see. */
export const keeperToken = sessionToken(PEOPLE - 1);

export async function fillPeople(tx: Writer, { chance, now, newId }: Setting): Promise<People> {
  const { units, people, sessions, roles } = tx.tables;
  const unitRows = times(UNITS, (number) => {
    const name = unitName(chance, number);
    return { id: newId(), slug: slugOf(name), name, aliases: [] };
  });
  const rows = times(PEOPLE, (number) => ({
    id: newId(),
    email: `person-${number}@council.example`,
    name: personName(chance),
    circle: 'staff' as const,
    unitId: chance.pick(unitRows).id,
    askMeAbout: chance.happens(0.2) ? `${subject(chance)}, ${subject(chance)}` : '',
    showsName: chance.happens(0.5),
    createdAt: now,
  }));
  await inPieces(unitRows, (piece) => tx.insert(units).values(piece));
  await inPieces(rows, (piece) => tx.insert(people).values(piece));
  const sessionRows = rows.map(({ id }, number) => ({
    id: hashToken(sessionToken(number)),
    personId: id,
    expiresAt: daysFrom(now, 30),
  }));
  await inPieces(sessionRows, (piece) => tx.insert(sessions).values(piece));
  await tx.insert(roles).values({ personId: rows[PEOPLE - 1]!.id, role: 'keeper', grantedAt: now });
  return { unitIds: unitRows.map(({ id }) => id), ids: rows.map(({ id }) => id) };
}
