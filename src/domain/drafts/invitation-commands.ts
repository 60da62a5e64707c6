import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { findLessonToEdit } from '../lessons/lesson-edit-queries.ts';
import { type LessonEditor, mayEdit } from '../lessons/lesson-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Hat } from '../people/hat-rules.ts';
import { findOrganisationOf } from '../people/people-queries.ts';
import type { Domains } from '../people/people-rules.ts';
import { circleOf } from '../people/people-rules.ts';
import { circlesSeenBy } from '../people/viewer.ts';
import { answerLetter, invitationLetter } from './invitation-letters.ts';
import { findInvitation, type Invited, listInvitations } from './invitation-queries.ts';
import { MOST_INVITATIONS, type Wanted } from './invitation-rules.ts';

export interface InvitationWish {
  id: string;
  lessonId: string;
  email: string;
  wanted: Wanted;
  domains: Domains;
}

/** Asks somebody in a letter to write a draft together, or to read it. Only who may read the lesson can be asked. */
export async function invite(tx: Writer, editor: Invited, wish: InvitationWish, stationery: Stationery, now: Date) {
  const { id, lessonId, email, wanted } = wish;
  const lesson = await findLessonToEdit(tx, lessonId);
  if (!lesson || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  if (lesson.publishedAt) return { kind: 'already-published' as const };
  const who = await findByAddress(tx, wish);
  if (!circlesSeenBy(who.circle).includes(lesson.circle))
    return { kind: 'outside-circle' as const, circle: lesson.circle };
  if (mayEdit({ person: who.person ?? null, isAdmin: false }, lesson)) return { kind: 'there-already' as const };
  if ((await listInvitations(tx, lessonId)).length >= MOST_INVITATIONS) return { kind: 'too-many' as const };
  await forgetDeclined(tx, wish);
  const invited = await tx
    .insert(tx.tables.lessonInvitations)
    .values({ id, lessonId, email, wanted, invitedAt: now, invitedById: editor.person.id })
    .onConflictDoNothing()
    .returning();
  if (invited.length === 0) return { kind: 'there-already' as const };
  const letter = invitationLetter({ id, email, wanted, by: editor.person.name, title: lesson.words.title }, stationery);
  await queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
  return { kind: 'invited' as const, slug: lesson.slug };
}

/** Takes an invitation back. Whoever became an author stays one: the form of the lesson takes names out. */
export async function takeInvitationBack(tx: Writer, editor: LessonEditor, invitationId: string) {
  const { lessonInvitations } = tx.tables;
  const which = eq(lessonInvitations.id, invitationId);
  const [found] = await tx.select({ lessonId: lessonInvitations.lessonId }).from(lessonInvitations).where(which);
  const lesson = found && (await findLessonToEdit(tx, found.lessonId));
  if (!lesson || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  await tx.delete(lessonInvitations).where(which);
  return { kind: 'taken-back' as const, slug: lesson.slug };
}

export interface Answer {
  invitationId: string;
  answer: 'yes' | 'no';
  /** What a new author writes as. */
  hat: Hat | null;
}

/** Accepts or declines an invitation, once; whoever invited is told. An author is named from then on. */
export async function answerInvitation(tx: Writer, viewer: Invited, wish: Answer, stationery: Stationery, now: Date) {
  const found = await findInvitation(tx, viewer, wish.invitationId);
  if (!found) return { kind: 'no-such-invitation' as const };
  const { lesson, wanted, by } = found;
  if (wish.answer === 'yes' && !viewer.circles.includes(lesson.circle)) return { kind: 'outside-circle' as const };
  const answered = await tx
    .insert(tx.tables.lessonInvitationAnswers)
    .values({ ...{ invitationId: found.id, answer: wish.answer }, answeredAt: now, answeredById: viewer.person.id })
    .onConflictDoNothing()
    .returning();
  if (answered.length === 0) return { kind: 'answered-already' as const, answer: found.answer, wanted, lesson };
  if (wish.answer === 'yes' && wanted === 'write') await addAuthor(tx, lesson.id, viewer.person.id, wish.hat);
  if (by.email) {
    const words = { ...{ wanted, lesson }, isYes: wish.answer === 'yes', who: viewer.person.name };
    const letter = answerLetter({ name: by.name, email: by.email }, words, stationery);
    await queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
  }
  return { kind: wish.answer, wanted, lesson };
}

/** What an author writes a draft as; null: as themselves. */
export async function wearHat(tx: Writer, editor: LessonEditor, lessonId: string, hat: Hat | null) {
  const { lessonAuthors } = tx.tables;
  const worn = await tx
    .update(lessonAuthors)
    .set(hatColumns(hat))
    .where(and(eq(lessonAuthors.lessonId, lessonId), eq(lessonAuthors.personId, editor.person.id)))
    .returning({ position: lessonAuthors.position });
  return { kind: worn.length > 0 ? ('worn' as const) : ('no-author' as const) };
}

const hatColumns = (hat: Hat | null) => ({
  hatKind: hat?.kind ?? null,
  hatId: hat?.id ?? null,
  hatName: hat?.name ?? '',
});

async function findByAddress(tx: Writer, { email, domains }: InvitationWish) {
  const { people } = tx.tables;
  const [person] = await tx
    .select({ id: people.id, circle: people.circle })
    .from(people)
    .where(eq(people.email, email));
  const organisationId = await findOrganisationOf(tx, email);
  return { person, circle: person?.circle ?? circleOf(email, { ...domains, organisationId }) };
}

/** Whoever said no can be asked again. */
async function forgetDeclined(tx: Writer, { lessonId, email, wanted }: InvitationWish) {
  const { lessonInvitations, lessonInvitationAnswers } = tx.tables;
  const declined = tx
    .select({ id: lessonInvitationAnswers.invitationId })
    .from(lessonInvitationAnswers)
    .where(eq(lessonInvitationAnswers.answer, 'no'));
  await tx
    .delete(lessonInvitations)
    .where(
      and(
        ...[eq(lessonInvitations.lessonId, lessonId), eq(lessonInvitations.email, email)],
        ...[eq(lessonInvitations.wanted, wanted), inArray(lessonInvitations.id, declined)],
      ),
    );
}

/** Somebody who was named as an author meanwhile is one already. */
async function addAuthor(tx: Writer, lessonId: string, personId: string, hat: Hat | null) {
  const { lessonAuthors } = tx.tables;
  const authors = await tx
    .select({ position: lessonAuthors.position, personId: lessonAuthors.personId })
    .from(lessonAuthors)
    .where(eq(lessonAuthors.lessonId, lessonId));
  if (authors.some((author) => author.personId === personId)) return;
  const position = Math.max(0, ...authors.map((author) => author.position)) + 1;
  await tx.insert(lessonAuthors).values({ lessonId, personId, position, ...hatColumns(hat) });
}
