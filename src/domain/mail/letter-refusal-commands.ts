import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { LETTER_KINDS, type LetterKind } from './letter-kind-rules.ts';

/** Stops letters of the kind that a letter's link was made for, or lets them come again. Doing it twice changes nothing. */
export async function followUnsubscribeLink(
  tx: Writer,
  { linkHash, wants }: { linkHash: string; wants: boolean },
  now: Date,
) {
  const { unsubscribeLinks } = tx.tables;
  const [link] = await tx.select().from(unsubscribeLinks).where(eq(unsubscribeLinks.id, linkHash));
  if (!link) return { kind: 'no-such-link' as const };
  if (wants) await acceptLetters(tx, link.email, link.kind);
  else await refuseLetters(tx, link.email, link.kind, now);
  return { kind: wants ? ('accepted' as const) : ('refused' as const) };
}

/** Lets letters of these kinds come to an address, and no others. */
export async function chooseLetters(tx: Writer, email: string, wanted: readonly LetterKind[], now: Date) {
  for (const kind of LETTER_KINDS)
    if (wanted.includes(kind)) await acceptLetters(tx, email, kind);
    else await refuseLetters(tx, email, kind, now);
}

const refuseLetters = (tx: Writer, email: string, kind: LetterKind, now: Date) =>
  tx.insert(tx.tables.mailRefusals).values({ email, kind, refusedAt: now }).onConflictDoNothing();

function acceptLetters(tx: Writer, email: string, kind: LetterKind) {
  const { mailRefusals } = tx.tables;
  return tx.delete(mailRefusals).where(and(eq(mailRefusals.email, email), eq(mailRefusals.kind, kind)));
}
