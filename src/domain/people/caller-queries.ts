import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** Those who have no mail address and come by phone, at the counter, on paper or by text, the latest first. */
export const listCallers = (read: Reader) => {
  const { people, spokenCodes } = read.tables;
  return selectCallers(read).orderBy(desc(spokenCodes.madeAt), desc(people.id));
};

/** One of them. */
export async function findCaller(read: Reader | Writer, personId: string) {
  const [caller] = await selectCallers(read, personId);
  return caller;
}

export type Caller = NonNullable<Awaited<ReturnType<typeof findCaller>>>;

function selectCallers(read: Reader | Writer, personId?: string) {
  const { people, spokenCodes } = read.tables;
  return read
    .select({ id: people.id, name: people.name, circle: people.circle, code: spokenCodes.code })
    .from(people)
    .innerJoin(spokenCodes, eq(spokenCodes.personId, people.id))
    .where(and(isNull(people.email), personId === undefined ? undefined : eq(people.id, personId)));
}
