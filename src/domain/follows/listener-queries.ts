import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Hearing } from './follow-rules.ts';
import { followKey, type Listener, type News, tellingKey } from './news-rules.ts';

/** The people behind these addresses, with what they follow in one way. Whoever has left is not among them. */
export async function listListeners(read: Reader, emails: readonly string[], hears: Hearing): Promise<Listener[]> {
  const rows = await selectListeners(read)
    .where(and(inArray(read.tables.follows.email, [...emails]), isListening(read, hears)))
    .orderBy(...byAddress(read));
  return toListeners(rows);
}

/** Those who follow what a piece of news is about and want to hear at once, and have neither been told nor stopped such letters. */
export async function listUntold(read: Reader, { kind, subjectId, about }: News): Promise<Listener[]> {
  const { follows, tellings, mailRefusals } = read.tables;
  const isAbout = about.map((one) => and(eq(follows.kind, one.kind), eq(follows.subjectId, one.subjectId)));
  const told = and(eq(tellings.email, follows.email), eq(tellings.kind, kind), eq(tellings.subjectId, subjectId));
  const refusal = and(eq(mailRefusals.email, follows.email), eq(mailRefusals.kind, 'follows'));
  const rows = await selectListeners(read)
    .leftJoin(tellings, told)
    .leftJoin(mailRefusals, refusal)
    .where(and(or(...isAbout), isListening(read, 'at-once'), isNull(tellings.email), isNull(mailRefusals.email)))
    .orderBy(...byAddress(read));
  return toListeners(rows);
}

/** Everything that somebody wants to hear of at once, as `followKey` says it. */
export async function listHeardAtOnce(read: Reader): Promise<Set<string>> {
  const { follows } = read.tables;
  const { kind, subjectId, hears, heldUntil } = follows;
  const rows = await read
    .selectDistinct({ kind, subjectId })
    .from(follows)
    .where(and(eq(hears, 'at-once'), isNull(heldUntil)));
  return new Set(rows.map(followKey));
}

/** What each of these addresses has been told, as `tellingKey` says it. */
export async function listTold(read: Reader, emails: readonly string[]): Promise<(email: string) => Set<string>> {
  const { tellings } = read.tables;
  const rows = await read
    .select()
    .from(tellings)
    .where(inArray(tellings.email, [...emails]));
  const told = Map.groupBy(rows, ({ email }) => email);
  return (email) => new Set(told.get(email)?.map(tellingKey));
}

function selectListeners(read: Reader) {
  const { follows, people } = read.tables;
  return read
    .select({ follow: follows, circle: people.circle, personId: people.id })
    .from(follows)
    .leftJoin(people, eq(people.email, follows.email));
}

const isListening = ({ tables: { follows, people } }: Reader, hears: Hearing) =>
  and(eq(follows.hears, hears), isNull(follows.heldUntil), isNull(people.leftAt));

const byAddress = ({ tables: { follows } }: Reader) => [asc(follows.email), asc(follows.followedAt), asc(follows.id)];

function toListeners(rows: Awaited<ReturnType<typeof selectListeners>>): Listener[] {
  const byEmail = Map.groupBy(rows, ({ follow }) => follow.email);
  return [...byEmail].map(([email, own]) => ({
    email,
    name: own.at(-1)?.follow.name ?? '',
    personId: own[0]?.personId ?? null,
    circle: own[0]?.circle ?? 'public',
    follows: own.map(({ follow }) => follow),
  }));
}
