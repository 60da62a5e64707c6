import { and, eq, exists, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';

/** Whether a viewer reads a draft because its authors asked them to: for a query of lessons with their publications. */
export function isAskedToRead(read: Reader, { person, circles }: Viewer): SQL | undefined {
  const { lessons, lessonPublications, lessonInvitations, lessonInvitationAnswers } = read.tables;
  if (!person?.email) return undefined;
  const { id, lessonId, email, wanted } = lessonInvitations;
  const accepted = read
    .select({ id })
    .from(lessonInvitations)
    .innerJoin(lessonInvitationAnswers, eq(lessonInvitationAnswers.invitationId, id))
    .where(
      and(
        ...[eq(lessonId, lessons.id), eq(email, person.email)],
        ...[eq(wanted, 'read'), eq(lessonInvitationAnswers.answer, 'yes')],
      ),
    );
  return and(isNull(lessonPublications.lessonId), inArray(lessons.circle, [...circles]), exists(accepted));
}
