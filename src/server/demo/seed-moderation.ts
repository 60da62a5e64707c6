import { eq } from 'drizzle-orm';
import { confirmComment, saveComment } from '#domain/comments/comment-commands.ts';
import { keepComment, removeComment } from '#domain/moderation/decision-commands.ts';
import { reportComment } from '#domain/moderation/report-commands.ts';
import { circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { RENDERER_VERSION } from '../markdown.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoRoom, expectKind, named } from './demo-room.ts';

const LESSON = 'A notice board that changes on the first Monday';

/** Criticism that was reported and stays, words that were removed, and two comments that wait for a moderator. */
export async function seedModeration(room: DemoRoom) {
  const { tx, now, stationery, people, chance } = room;
  const { lessons } = tx.tables;
  const [lesson] = await tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.title, LESSON));
  if (!lesson) throw new Error(`The demo has no lesson “${LESSON}”.`);
  const say = commentsUnder(room, lesson.id);
  const byId = named(people, 'nadia').id;

  const sharp = await say(
    'edwin',
    'Fine for those who pass it. At the bus station nobody has changed the board since spring.',
    9,
  );
  const report = { id: chance.newId(), commentId: sharp, words: 'This is rude to whoever wrote it.', answerTo: null };
  expectKind('reported', await reportComment(tx, STRANGER, report, stationery, daysBefore(now, 8)));
  const kept = { commentId: sharp, byId, reason: 'It is criticism, and it says what is wrong.', editedAt: null };
  expectKind('decided', await keepComment(tx, kept, stationery, daysBefore(now, 7)));

  const rude = await say('victor', 'Whoever looks after this board is too lazy to read their own posters.', 6);
  const reason = 'It says what somebody is, not what they did.';
  const removal = { commentId: rude, byId, rule: 'no-attacks-on-people' as const, reason };
  expectKind('decided', await removeComment(tx, removal, stationery, daysBefore(now, 5)));

  await say(
    'jonty',
    'See https://boards.example/offer and https://frames.example for boards that never need changing.',
    2,
  );
  await sayAsGuest(room, lesson.id, 'We hung ours on a tea towel rail in Mill Lane. It kept dry all winter.');
}

const commentsUnder =
  ({ tx, now, chance, stationery, people }: DemoRoom, subjectId: string) =>
  async (key: string, words: string, daysAgo: number): Promise<string> => {
    const { id: personId, name, email, circle } = named(people, key);
    const person = { id: personId, name, email, unitId: null };
    const writer: Viewer = { ...STRANGER, circle, circles: circlesSeenBy(circle), person };
    const id = chance.newId();
    const wish = { id, subjectId, replyToId: null, hat: '', writer, guest: null, ...laidOut(words) };
    expectKind('said', await saveComment(tx, wish, stationery, daysBefore(now, daysAgo)));
    return id;
  };

async function sayAsGuest({ tx, now, chance, stationery }: DemoRoom, subjectId: string, words: string) {
  const link = stationery.newToken();
  const known = { ...stationery, newToken: () => link };
  const guest = { name: 'Wilf Tanner', email: 'wilf@home.example' };
  const wish = { id: chance.newId(), subjectId, replyToId: null, hat: '', writer: STRANGER, guest, ...laidOut(words) };
  expectKind('said', await saveComment(tx, wish, known, daysBefore(now, 1)));
  expectKind('confirmed', await confirmComment(tx, link.hash, stationery, daysBefore(now, 1)));
}

/** As the renderer lays out words without marks. */
const laidOut = (words: string) => ({ words, html: `<p>${words}</p>`, rendererVersion: RENDERER_VERSION });
