import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { drawCode } from './spoken-code-rules.ts';
import type { Circle } from './viewer.ts';

interface NewCaller {
  id: string;
  name: string;
  circle: Circle;
  madeById: string;
}

/** Codes are drawn until one is free; so many in a row are taken only when nearly all are. */
const MOST_DRAWS = 200;

/** The same for a form that may be sent twice: whoever has that id already stays as they are. */
export async function ensureCaller(tx: Writer, caller: NewCaller, newToken: () => { hash: string }, now: Date) {
  const { people } = tx.tables;
  if ((await tx.$count(people, eq(people.id, caller.id))) === 0) await addCaller(tx, caller, newToken, now);
}

/**
 * Writes down somebody who has no mail address, and the two words by which they change what they asked for.
 *
 * @throws when no two words are free any more.
 */
export async function addCaller(
  tx: Writer,
  caller: NewCaller,
  newToken: () => { hash: string },
  now: Date,
): Promise<string> {
  const { people, spokenCodes } = tx.tables;
  const { madeById, ...person } = caller;
  await tx.insert(people).values({ ...person, email: null, showsName: false, createdAt: now });
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const [added] = await tx
      .insert(spokenCodes)
      .values({ code: drawCode(newToken().hash), personId: caller.id, madeById, madeAt: now })
      .onConflictDoNothing({ target: spokenCodes.code })
      .returning();
    if (added) return added.code;
  }
  throw new Error('no two words are free any more');
}
