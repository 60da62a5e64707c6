import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { findLessonToEdit } from '../lessons/lesson-edit-queries.ts';
import { type LessonEditor, mayEdit } from '../lessons/lesson-rules.ts';
import { hatKey } from '../people/hat-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { MOST_INVITATIONS, type ShownInvitation } from './invitation-rules.ts';

/** Who was asked to write or read a draft, in the order in which they were. For whoever may edit it. */
export function listInvitations(read: Reader | Writer, lessonId: string): Promise<ShownInvitation[]> {
  const { lessonInvitations, lessonInvitationAnswers, lessonReadings } = read.tables;
  const { id, email, wanted, invitedAt } = lessonInvitations;
  return read
    .select({
      ...{ id, email, wanted, invitedAt },
      answer: lessonInvitationAnswers.answer,
      readAt: lessonReadings.readAt,
    })
    .from(lessonInvitations)
    .leftJoin(lessonInvitationAnswers, eq(lessonInvitationAnswers.invitationId, lessonInvitations.id))
    .leftJoin(lessonReadings, eq(lessonReadings.invitationId, lessonInvitations.id))
    .where(eq(lessonInvitations.lessonId, lessonId))
    .orderBy(asc(lessonInvitations.invitedAt), asc(lessonInvitations.id))
    .limit(MOST_INVITATIONS);
}

/** Somebody signed in, with the address that invitations go to. */
export type Invited = LessonEditor & { person: { id: string; name: string; email: string | null } };

/** The invitation to a draft that somebody holds; undefined when it is not theirs, taken back, or the draft is published. */
export async function findInvitation(read: Reader | Writer, { person }: Invited, invitationId: string) {
  if (!person.email) return undefined;
  const { lessonInvitations } = read.tables;
  const [found] = await selectInvitations(read).where(
    and(eq(lessonInvitations.id, invitationId), eq(lessonInvitations.email, person.email), isDraft(read)),
  );
  return found;
}

/** How somebody takes part in a draft: as an author (or admin), or as a reader whom its authors asked. */
export async function findPart(read: Reader | Writer, viewer: Invited, lessonId: string) {
  const lesson = await findLessonToEdit(read, lessonId);
  if (!lesson || lesson.publishedAt) return undefined;
  if (mayEdit(viewer, lesson)) return { kind: 'author' as const, lesson };
  const reading = await findReading(read, viewer, lessonId);
  return reading && viewer.circles.includes(lesson.circle)
    ? { kind: 'reader' as const, lesson, ...reading }
    : undefined;
}

async function findReading(read: Reader | Writer, { person }: Invited, lessonId: string) {
  const { lessonInvitations, lessonInvitationAnswers, lessonReadings } = read.tables;
  if (!person.email) return undefined;
  const [found] = await read
    .select({ invitationId: lessonInvitations.id, readAt: lessonReadings.readAt })
    .from(lessonInvitations)
    .innerJoin(lessonInvitationAnswers, eq(lessonInvitationAnswers.invitationId, lessonInvitations.id))
    .leftJoin(lessonReadings, eq(lessonReadings.invitationId, lessonInvitations.id))
    .where(
      and(
        ...[eq(lessonInvitations.lessonId, lessonId), eq(lessonInvitations.email, person.email)],
        ...[eq(lessonInvitations.wanted, 'read'), eq(lessonInvitationAnswers.answer, 'yes')],
      ),
    );
  return found;
}

/** What somebody writes a lesson as, as a form names it; empty for themselves. */
export async function findHatKey(read: Reader, lessonId: string, personId: string): Promise<string> {
  const { lessonAuthors } = read.tables;
  const [author] = await read
    .select({ kind: lessonAuthors.hatKind, id: lessonAuthors.hatId })
    .from(lessonAuthors)
    .where(and(eq(lessonAuthors.lessonId, lessonId), eq(lessonAuthors.personId, personId)));
  return author?.kind && author.id ? hatKey({ kind: author.kind, id: author.id }) : '';
}

/** The draft at an address as a whole, for those who take part in it. */
export async function findDraftToRead(read: Reader, viewer: Viewer & Invited, slug: string) {
  const { lessons } = read.tables;
  const [row] = await read.select().from(lessons).where(eq(lessons.slug, slug));
  const part = row && (await findPart(read, viewer, row.id));
  return row && part && { ...row, part };
}

function selectInvitations(read: Reader | Writer) {
  const { lessonInvitations, lessonInvitationAnswers, lessonPublications, lessons, people } = read.tables;
  return read
    .select({
      id: lessonInvitations.id,
      wanted: lessonInvitations.wanted,
      answer: lessonInvitationAnswers.answer,
      lesson: { id: lessons.id, slug: lessons.slug, title: lessons.title, circle: lessons.circle },
      by: { name: people.name, email: people.email },
    })
    .from(lessonInvitations)
    .innerJoin(lessons, eq(lessons.id, lessonInvitations.lessonId))
    .innerJoin(people, eq(people.id, lessonInvitations.invitedById))
    .leftJoin(lessonInvitationAnswers, eq(lessonInvitationAnswers.invitationId, lessonInvitations.id))
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .$dynamic();
}

const isDraft = ({ tables }: Reader | Writer) => isNull(tables.lessonPublications.lessonId);
