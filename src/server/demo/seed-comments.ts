import { eq } from 'drizzle-orm';
import { saveComment } from '#domain/comments/comment-commands.ts';
import { type Viewer, viewerIn } from '#domain/people/viewer.ts';
import { RENDERER_VERSION } from '../markdown.ts';
import { daysBefore } from './demo-calendar.ts';
import { demoComments } from './demo-comments.ts';
import type { DemoRendering } from './demo-rendering.ts';
import { type DemoPerson, type DemoRoom, expectKind, named } from './demo-room.ts';

/** What people say under lessons and channels, and answer. */
export async function seedComments(room: DemoRoom, { comments }: Pick<DemoRendering, 'comments'>) {
  for (const { under, answers = [], ...comment } of demoComments) {
    const subjectId = await findSubjectId(room, under);
    const rootId = await seedComment(room, comments, comment, { subjectId, replyToId: null });
    for (const answer of answers) await seedComment(room, comments, answer, { subjectId, replyToId: rootId });
  }
}

async function seedComment(
  { tx, now, chance, people, units, stationery }: DemoRoom,
  rendered: ReadonlyMap<string, string>,
  { by, hat, words, daysAgo }: { by: string; hat?: string; words: string; daysAgo: number },
  place: { subjectId: string; replyToId: string | null },
): Promise<string> {
  const id = chance.newId();
  const said = { words, html: named(rendered as Map<string, string>, words), rendererVersion: RENDERER_VERSION };
  const writer = viewerOf(named(people, by));
  const wish = { ...place, ...said, id, writer, guest: null, hat: hat ? `unit:${named(units, hat)}` : '' };
  expectKind('said', await saveComment(tx, wish, stationery, daysBefore(now, daysAgo)));
  return id;
}

const viewerOf = ({ id, name, email, circle }: DemoPerson): Viewer => ({
  ...viewerIn(circle),
  person: { id, name, email, unitId: null },
});

async function findSubjectId({ tx, channels }: DemoRoom, under: string): Promise<string> {
  const { lessons } = tx.tables;
  const [lesson] = await tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.title, under));
  return lesson?.id ?? named(channels, under);
}
