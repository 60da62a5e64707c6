import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { LetterKind } from './letter-kind-rules.ts';

/** Whom these letters would go to, and who of them stopped letters of that kind: `reminders sam@home.example`. */
export async function listRefusers(
  read: Reader | Writer,
  post: readonly { letter: { to: string; kind?: LetterKind | undefined } }[],
): Promise<Set<string>> {
  const { mailRefusals } = read.tables;
  const addresses = post.filter(({ letter }) => letter.kind).map(({ letter }) => letter.to);
  if (addresses.length === 0) return new Set();
  const rows = await read.select().from(mailRefusals).where(inArray(mailRefusals.email, addresses));
  return new Set(rows.map(({ kind, email }) => `${kind} ${email}`));
}

/** Those of the addresses whose people have left: nobody reads what goes there. */
export async function listGone(
  read: Reader | Writer,
  post: readonly { letter: { to: string } }[],
): Promise<Set<string>> {
  const { people } = read.tables;
  const addresses = post.map(({ letter }) => letter.to);
  const rows = await read
    .select({ email: people.email })
    .from(people)
    .where(and(inArray(people.email, addresses), isNotNull(people.leftAt)));
  return new Set(rows.flatMap(({ email }) => email ?? []));
}

/** The kinds of letters that an address does not get. */
export async function listRefusedKinds(read: Reader, email: string): Promise<LetterKind[]> {
  const { mailRefusals } = read.tables;
  const rows = await read.select({ kind: mailRefusals.kind }).from(mailRefusals).where(eq(mailRefusals.email, email));
  return rows.map(({ kind }) => kind);
}

/** What the link of a letter stops, and whether it is stopped already. */
export async function findUnsubscribeLink(read: Reader, linkHash: string) {
  const { unsubscribeLinks, mailRefusals } = read.tables;
  const [found] = await read
    .select({ kind: unsubscribeLinks.kind, refusedAt: mailRefusals.refusedAt })
    .from(unsubscribeLinks)
    .leftJoin(
      mailRefusals,
      and(eq(mailRefusals.email, unsubscribeLinks.email), eq(mailRefusals.kind, unsubscribeLinks.kind)),
    )
    .where(eq(unsubscribeLinks.id, linkHash));
  return found;
}
