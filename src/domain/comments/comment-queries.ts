import { aliasedTable, and, asc, count, desc, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { isStillWorn, MOST_ON_PAGE, type SeenComment } from './comment-rules.ts';
import { findThread } from './thread-queries.ts';

/** What is said in a thread, each comment before the answers to it; whoever asks has seen what it stands under. */
export async function listComments(read: Reader, viewer: Viewer, subjectId: string, page = 1) {
  const personId = viewer.person?.id ?? null;
  const rows = await threadRows(read, { subjectId, personId, from: (page - 1) * MOST_ON_PAGE });
  return {
    comments: rows.slice(0, MOST_ON_PAGE).map((row) => showRow(viewer, row)),
    isLonger: rows.length > MOST_ON_PAGE,
  };
}

export async function countComments(read: Reader, viewer: Viewer, subjectId: string): Promise<number> {
  const { comments, commentHolds, commentReleases } = read.tables;
  const [counted] = await read
    .select({ total: count() })
    .from(comments)
    .leftJoin(commentHolds, eq(commentHolds.commentId, comments.id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, comments.id))
    .where(and(eq(comments.subjectId, subjectId), mayBeRead(read, viewer)));
  return counted?.total ?? 0;
}

/** A comment with what it stands under, if this viewer may read both. */
export async function findComment(read: Reader | Writer, viewer: Viewer, id: string) {
  const { comments } = read.tables;
  const [row] = await selectComments(read).where(and(eq(comments.id, id), mayBeRead(read, viewer)));
  const thread = row && (await findThread(read, viewer, row.comment.subjectId, [row.comment.subjectKind]));
  return thread && { ...showRow(viewer, row), words: row.comment.words, thread };
}

/** A comment of the first level with the answers to it. */
export async function listAround(read: Reader, viewer: Viewer, rootId: string) {
  const { comments } = read.tables;
  const isAround = or(eq(comments.id, rootId), eq(comments.replyToId, rootId));
  const rows = await selectComments(read)
    .where(and(isAround, mayBeRead(read, viewer)))
    .orderBy(isAnswer(read), asc(comments.saidAt), asc(comments.id))
    .limit(MOST_ON_PAGE);
  return rows.map((row) => showRow(viewer, row));
}

/** What was said last in a thread, for its feed. */
export async function listNewestComments(read: Reader, viewer: Viewer, subjectId: string) {
  const { comments } = read.tables;
  const rows = await selectComments(read)
    .where(and(eq(comments.subjectId, subjectId), mayBeRead(read, viewer)))
    .orderBy(desc(comments.saidAt), desc(comments.id))
    .limit(MOST_ON_PAGE);
  return rows.map((row) => showRow(viewer, row));
}

const threadRows = keepQuery((read: Reader) => {
  const { comments } = read.tables;
  const roots = aliasedTable(comments, 'roots');
  return selectComments(read)
    .innerJoin(roots, eq(roots.id, sql`coalesce(${comments.replyToId}, ${comments.id})`))
    .where(
      and(
        eq(comments.subjectId, blank('subjectId', comments.subjectId)),
        isReadBy(read, eq(comments.personId, blank('personId', comments.personId))),
      ),
    )
    .orderBy(asc(roots.saidAt), asc(roots.id), isAnswer(read), asc(comments.saidAt), asc(comments.id))
    .limit(MOST_ON_PAGE + 1)
    .offset(sql.placeholder('from'));
});

const isAnswer = ({ tables: { comments } }: Reader | Writer) =>
  sql`case when ${comments.replyToId} is null then 0 else 1 end`;

const mayBeRead = (read: Reader | Writer, { person }: Viewer) =>
  isReadBy(read, eq(read.tables.comments.personId, person?.id ?? ''));

/** What is held is read by nobody but whoever wrote it. */
const isReadBy = ({ tables: { commentHolds, commentReleases } }: Reader | Writer, isOwn: SQL) =>
  or(
    isNull(commentHolds.commentId),
    isNotNull(commentReleases.commentId),
    and(isOwn, ne(commentHolds.why, 'unconfirmed')),
  );

function selectComments(read: Reader | Writer) {
  const { comments, commentHolds, commentReleases, commentRemovals, commentWithdrawals, people, channels } =
    read.tables;
  const { id, name, circle, showsName, unitId, organisationId, leftAt } = people;
  return read
    .select({
      comment: comments,
      person: { id, name, circle, showsName, unitId, organisationId, leftAt },
      keepers: { ownerId: channels.ownerId, deputyId: channels.deputyId },
      why: commentHolds.why,
      releasedAt: commentReleases.releasedAt,
      removal: { rule: commentRemovals.rule, reason: commentRemovals.reason, at: commentRemovals.removedAt },
      withdrawnAt: commentWithdrawals.withdrawnAt,
    })
    .from(comments)
    .leftJoin(commentHolds, eq(commentHolds.commentId, comments.id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, comments.id))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, comments.id))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, comments.id))
    .leftJoin(people, eq(people.id, comments.personId))
    .leftJoin(channels, and(eq(comments.hatKind, 'channel'), eq(channels.id, comments.hatId)))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectComments>>[number];

/** `mayBeKnown` for one person. */
const hasPage = ({ circle }: Viewer, person: NonNullable<Row['person']>): boolean =>
  person.name !== '' && !person.leftAt && (circle === 'public' ? person.showsName : person.circle !== 'public');

/** As this viewer may see it: names only to those who may know them, and no words that are gone. */
function showRow(
  viewer: Viewer,
  { comment, person, keepers, why, releasedAt, removal, withdrawnAt }: Row,
): SeenComment {
  const { id, replyToId, guestName, html, saidAt, editedAt, hatKind, hatId, hatName } = comment;
  const isGone = removal !== null || withdrawnAt !== null;
  const name = person ? (isNamedTo(viewer, person) ? person.name : '') : guestName;
  return {
    ...{ id, replyToId, saidAt, editedAt, removal, withdrawnAt, isGone },
    html: isGone ? '' : html,
    name: isGone ? '' : name,
    pagePath: person && !isGone && hasPage(viewer, person) ? `/people/${person.id}` : null,
    circle: person?.circle ?? ('public' as const),
    isGuest: person === null,
    isOwn: person !== null && person.id === viewer.person?.id,
    waits: releasedAt ? null : why,
    hat: { name: isGone ? '' : hatName, isWorn: isStillWorn({ kind: hatKind, id: hatId }, person, keepers) },
  };
}
