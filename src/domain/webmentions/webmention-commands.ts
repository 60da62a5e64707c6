import { and, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { findHostVerdict } from './webmention-queries.ts';
import {
  type Found,
  leaseUntil,
  lookAgainAt,
  type Verdict,
  type Webmention,
  type WebmentionSubject,
} from './webmention-rules.ts';

interface Told extends WebmentionSubject {
  /** Made for it, unless it was told of before. */
  id: string;
  source: URL;
}

/** Notes that a page elsewhere is said to speak of one of ours, to be looked at. Telling again has it looked at again. */
export async function receiveWebmention(tx: Writer, { source, ...told }: Told, now: Date): Promise<{ id: string }> {
  const { webmentions } = tx.tables;
  const anew = { sentAt: now, dueAt: now, attempts: 0 };
  const [kept] = await tx
    .insert(webmentions)
    .values({ ...told, source: source.href, host: source.host, ...anew })
    .onConflictDoUpdate({ target: [webmentions.source, webmentions.subjectKind, webmentions.subjectId], set: anew })
    .returning({ id: webmentions.id });
  return kept ?? told;
}

/** Takes one that is due for some minutes, unless somebody else did. @returns it as it is now. */
export async function claimWebmention(tx: Writer, { id, dueAt }: Webmention, now: Date) {
  const { webmentions } = tx.tables;
  const [claimed] = await tx
    .update(webmentions)
    .set({ dueAt: leaseUntil(now) })
    .where(and(eq(webmentions.id, id), dueAt ? eq(webmentions.dueAt, dueAt) : isNull(webmentions.dueAt)))
    .returning();
  return claimed;
}

/**
 * Notes what was found. Words that changed wait for a moderator again, unless one spoke of their whole site and they stand
 * on it. Somebody who does not answer today has taken nothing back.
 */
export async function noteWebmention(tx: Writer, claimed: Webmention, found: Found, now: Date) {
  const before = { ...claimed, attempts: claimed.attempts + 1 };
  if (found.outcome === 'linked') return noteWords(tx, before, found, now);
  if (found.outcome !== 'not-reached')
    return change(tx, claimed, { ...found, ...NO_WORDS, dueAt: null, attempts: before.attempts });
  const stays = claimed.outcome === 'linked' ? { detail: found.detail } : found;
  const dueAt = lookAgainAt(before.attempts, now);
  return change(tx, claimed, { ...stays, dueAt, attempts: before.attempts });
}

const NO_WORDS = { title: '', author: '', excerpt: '', changedAt: null };

async function noteWords(tx: Writer, before: Webmention, found: Extract<Found, { outcome: 'linked' }>, now: Date) {
  const isSame =
    before.outcome === 'linked' &&
    before.host === found.host &&
    before.title === found.title &&
    before.author === found.author &&
    before.excerpt === found.excerpt;
  const changedAt = isSame ? before.changedAt : now;
  const isKept = await change(tx, before, { ...found, detail: '', dueAt: null, attempts: 0, changedAt });
  const isItsOwn = isFrom(found.host, before);
  const kind = isItsOwn && isKept && !isSame ? await findHostVerdict(tx, found.host) : undefined;
  if (kind) await keepDecision(tx, before.id, { kind, decidedById: null, decidedAt: now });
  return isKept;
}

/** Whether a page stands on this site itself: one of another site that leads on to it may lead elsewhere tomorrow. */
const isFrom = (host: string, { source }: Pick<Webmention, 'source'>) => new URL(source).host === host;

/** Unless somebody told of it again meanwhile: then it is looked at again. */
async function change(tx: Writer, { id, sentAt }: Webmention, changes: Partial<Webmention>): Promise<boolean> {
  const { webmentions } = tx.tables;
  const changed = await tx
    .update(webmentions)
    .set(changes)
    .where(and(eq(webmentions.id, id), eq(webmentions.sentAt, sentAt)))
    .returning({ id: webmentions.id });
  return changed.length > 0;
}

interface Decided {
  id: string;
  kind: Verdict;
  /** When the words that were read had changed last. */
  changedAt: Date | null;
  /** Whether it is said of everything that comes from its site, now and later. */
  ofWholeSite: boolean;
}

/** A moderator lets one be shown, as they read it, or does not. */
export async function decideWebmention(
  tx: Writer,
  { id, kind, changedAt, ofWholeSite }: Decided,
  moderator: { id: string },
  now: Date,
) {
  const { webmentions, webmentionHosts } = tx.tables;
  const isThis = and(eq(webmentions.id, id), eq(webmentions.outcome, 'linked'));
  const [found] = await tx.select().from(webmentions).where(isThis);
  if (!found) return { kind: 'no-such-webmention' as const };
  const isRead = found.changedAt?.getTime() === changedAt?.getTime();
  if (kind === 'shown' && !isRead) return { kind: 'changed-since' as const };
  const said = { kind, decidedById: moderator.id, decidedAt: now };
  await keepDecision(tx, id, said);
  if (ofWholeSite) {
    await tx
      .insert(webmentionHosts)
      .values({ host: found.host, ...said })
      .onConflictDoUpdate({ target: webmentionHosts.host, set: said });
    await decideWaiting(tx, found.host, said);
  }
  return { kind: 'decided' as const };
}

type Said = { kind: Verdict; decidedById: string | null; decidedAt: Date };

/** The same for all of a site that nobody has decided on. */
async function decideWaiting(tx: Writer, host: string, said: Said) {
  const { webmentions, webmentionDecisions: decisions } = tx.tables;
  const isUndecided = or(isNull(decisions.webmentionId), lt(decisions.decidedAt, webmentions.changedAt));
  const linked = await tx
    .select({ id: webmentions.id, source: webmentions.source })
    .from(webmentions)
    .leftJoin(decisions, eq(decisions.webmentionId, webmentions.id))
    .where(and(eq(webmentions.host, host), eq(webmentions.outcome, 'linked'), isUndecided));
  const waiting = linked.filter((one) => isFrom(host, one));
  if (waiting.length === 0) return;
  await tx
    .insert(decisions)
    .values(waiting.map(({ id }) => ({ webmentionId: id, ...said })))
    .onConflictDoUpdate({ target: decisions.webmentionId, set: said });
}

async function keepDecision(tx: Writer, webmentionId: string, said: Said) {
  const { webmentionDecisions } = tx.tables;
  await tx
    .insert(webmentionDecisions)
    .values({ webmentionId, ...said })
    .onConflictDoUpdate({ target: webmentionDecisions.webmentionId, set: said });
}

/** The job that forgets what came to nothing. */
export const FORGET_WEBMENTIONS = 'forget-webmentions';

const DAY_MS = 86_400_000;

/** Forgets, daily, what did not link to us when it was looked at a month ago. @returns a day later. */
export async function forgetWebmentions(tx: Writer, now: Date): Promise<Date> {
  const { webmentions } = tx.tables;
  const cameToNothing = and(
    isNull(webmentions.dueAt),
    ne(webmentions.outcome, 'linked'),
    lt(webmentions.sentAt, new Date(now.getTime() - 30 * DAY_MS)),
  );
  await tx.delete(webmentions).where(cameToNothing);
  return new Date(now.getTime() + DAY_MS);
}
