import type { Database } from '#db/database.ts';
import { findCase } from '#domain/moderation/case-queries.ts';
import { stateOf } from '#domain/moderation/case-rules.ts';
import { removeComment } from '#domain/moderation/decision-commands.ts';
import { listEntries } from '#domain/moderation/log-queries.ts';
import { reportComment } from '#domain/moderation/report-commands.ts';
import { grantRole } from '#domain/people/people-commands.ts';
import { STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { hashToken, newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { addPerson, NOON, publish } from './lessons.ts';

export const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example' });
export const WHY = { rule: 'no-attacks-on-people', reason: 'It calls a colleague names.' } as const;

export const SPAM = { rule: 'no-selling-and-no-spam', reason: 'It sells sheds.' } as const;

/** Two moderators, a lesson for everybody and one for staff, and what is said under them. */
export async function openModerationRoom(open: () => Promise<Database>) {
  const database = await open();
  const { read, write } = database;
  const sam = await addPerson(database, 'sam@council.example');
  const rosa = await addPerson(database, 'rosa@home.example', { name: 'Rosa' });
  const moderator = async (name: string) => {
    const viewer = await addPerson(database, `${name}@council.example`, { name });
    await write((tx) => grantRole(tx, { personId: viewer.person.id, role: 'moderator', grantedById: null, now: NOON }));
    return { ...viewer, isModerator: true };
  };
  const [mo, mia] = [await moderator('mo'), await moderator('mia')];
  const lesson = await publish(database, sam);
  const secret = await publish(database, sam, { circle: 'staff', words: { title: 'For staff' } });
  const say = (words: string, facts: Partial<Said> = {}) =>
    write(async (tx) => {
      const { personId = rosa.person.id, guestEmail = '', why, subjectId = lesson.id } = facts;
      const id = newId();
      await tx.insert(tx.tables.comments).values({
        ...{ id, subjectKind: 'lesson', subjectId, personId, guestEmail, words, html: `<p>${words}</p>` },
        ...{ guestName: personId ? '' : 'Guest', rendererVersion: 1, saidAt: NOON },
      });
      if (why) await tx.insert(tx.tables.commentHolds).values({ commentId: id, why, heldAt: NOON });
      return id;
    });
  const report = (commentId: string, viewer: Viewer = STRANGER, answerTo: string | null = null) =>
    write((tx) => reportComment(tx, viewer, { id: newId(), commentId, words: 'Rude', answerTo }, stationery, NOON));
  const by = (person: { person: { id: string } }, commentId: string) => ({
    commentId,
    byId: person.person.id,
    editedAt: null,
  });
  const remove = (person: { person: { id: string } }, commentId: string, why = WHY as typeof WHY | typeof SPAM) =>
    write((tx) => removeComment(tx, { ...by(person, commentId), ...why }, stationery, NOON));
  const state = async (id: string) => stateOf((await findCase(read, id))!);
  const letters = async (to: string) =>
    (await read.select().from(read.tables.outbox)).filter(({ recipient }) => recipient === to);
  const subjects = async (to: string) => (await letters(to)).map(({ subject }) => subject);
  const appealLink = async (to: string) =>
    hashToken((await letters(to)).map(({ plainText }) => plainText.match(/\/appeals\/(\S+)/)?.[1]).find(Boolean) ?? '');
  const kinds = async (viewer: Viewer) => (await listEntries(read, viewer, 1)).map(({ kind }) => kind);
  return {
    ...{ database, read, write, sam, rosa, mo, mia, lesson, secret, say, report, by, remove },
    ...{ state, letters, subjects, appealLink, kinds },
  };
}

interface Said {
  personId: string | null;
  guestEmail: string;
  why: 'spam' | 'first-time' | 'pre-election' | 'unconfirmed';
  subjectId: string;
}
