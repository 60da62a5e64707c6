import { and, asc, type Column, count, desc, eq, gte, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import {
  type ListedWebmention,
  pathOfSubject,
  standingOf,
  type Webmention,
  type WebmentionSubject,
} from './webmention-rules.ts';

const MOST_SHOWN = 50;
const MOST_LISTED = 100;

/** What is said elsewhere of a page that the viewer has found, newest first: what a moderator let through. */
export const listSaidElsewhere = (read: Reader, { subjectKind, subjectId }: WebmentionSubject) =>
  saidElsewhere(read, { subjectKind, subjectId });

const saidElsewhere = keepQuery((read: Reader) => {
  const { webmentions, webmentionDecisions } = read.tables;
  const { id, source, host, title, author, excerpt, changedAt } = webmentions;
  return read
    .select({ id, source, host, title, author, excerpt, saidAt: changedAt })
    .from(webmentions)
    .innerJoin(webmentionDecisions, eq(webmentionDecisions.webmentionId, id))
    .where(
      and(
        eq(webmentions.subjectKind, blank('subjectKind', webmentions.subjectKind)),
        eq(webmentions.subjectId, blank('subjectId', webmentions.subjectId)),
        eq(webmentions.outcome, 'linked'),
        eq(webmentionDecisions.kind, 'shown'),
        gte(webmentionDecisions.decidedAt, changedAt),
      ),
    )
    .orderBy(desc(changedAt), desc(id))
    .limit(MOST_SHOWN);
});

/** The one that has waited longest to be looked at, if the time of any has come. */
export async function findDueWebmention(read: Reader, now: Date): Promise<Webmention | undefined> {
  const { webmentions } = read.tables;
  const [due] = await read
    .select()
    .from(webmentions)
    .where(lte(webmentions.dueAt, now))
    .orderBy(asc(webmentions.dueAt), asc(webmentions.id))
    .limit(1);
  return due;
}

/** One with the page it speaks of and how it stands; undefined when there is none. */
export async function findWebmention(read: Reader, id: string) {
  const [found] = await selectWebmentions(read, eq(read.tables.webmentions.id, id));
  return found && toListed(found);
}

/** Those that wait for a moderator, longest waiting first. */
export async function listWaitingWebmentions(read: Reader) {
  const { webmentions } = read.tables;
  const rows = await selectWebmentions(read, isUndecided(read)).orderBy(
    asc(webmentions.changedAt),
    asc(webmentions.id),
  );
  return rows.map(toListed);
}

export async function countWaitingWebmentions(read: Reader | Writer): Promise<number> {
  const { webmentions, webmentionDecisions: decisions } = read.tables;
  const [waiting] = await read
    .select({ total: count() })
    .from(webmentions)
    .leftJoin(decisions, eq(decisions.webmentionId, webmentions.id))
    .where(isUndecided(read));
  return waiting?.total ?? 0;
}

const isUndecided = ({ tables: { webmentions, webmentionDecisions: decisions } }: Reader | Writer) =>
  and(
    eq(webmentions.outcome, 'linked'),
    or(isNull(decisions.webmentionId), lt(decisions.decidedAt, webmentions.changedAt)),
  );

/** Those that moderators decided on lately, latest first. */
export async function listDecidedWebmentions(read: Reader) {
  const { webmentions, webmentionDecisions: decisions } = read.tables;
  const isDecided = and(eq(webmentions.outcome, 'linked'), gte(decisions.decidedAt, webmentions.changedAt));
  const rows = await selectWebmentions(read, isDecided).orderBy(desc(decisions.decidedAt), desc(webmentions.id));
  return rows.map(toListed);
}

function selectWebmentions(read: Reader, which: SQL | undefined) {
  const { webmentions, webmentionDecisions: decisions, lessons, meetups, channels } = read.tables;
  const isOf = (kind: WebmentionSubject['subjectKind'], id: Column) =>
    and(eq(webmentions.subjectKind, kind), eq(id, webmentions.subjectId));
  return read
    .select({
      webmention: webmentions,
      decision: { kind: decisions.kind, decidedAt: decisions.decidedAt, decidedById: decisions.decidedById },
      lesson: { slug: lessons.slug, title: lessons.title },
      meetup: { slug: meetups.slug, title: meetups.title },
      channel: { slug: channels.slug, title: channels.name },
    })
    .from(webmentions)
    .leftJoin(decisions, eq(decisions.webmentionId, webmentions.id))
    .leftJoin(lessons, isOf('lesson', lessons.id))
    .leftJoin(meetups, isOf('meetup', meetups.id))
    .leftJoin(channels, isOf('channel', channels.id))
    .where(which)
    .limit(MOST_LISTED);
}

function toListed(row: Awaited<ReturnType<typeof selectWebmentions>>[number]): ListedWebmention {
  const { webmention, decision } = row;
  const page = row.lesson ?? row.meetup ?? row.channel;
  const about = page && { title: page.title, path: pathOfSubject(webmention.subjectKind, page.slug) };
  return { ...webmention, decision, about, standing: standingOf({ ...webmention, decision }) };
}

/** What was said of a whole site, if anything. */
export async function findHostVerdict(read: Reader | Writer, host: string) {
  const { webmentionHosts } = read.tables;
  const [found] = await read.select().from(webmentionHosts).where(eq(webmentionHosts.host, host));
  return found?.kind;
}
