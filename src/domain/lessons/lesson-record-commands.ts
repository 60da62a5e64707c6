import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { statusesSeenBy } from '../channels/channel-rules.ts';
import type { Circle } from '../people/viewer.ts';
import { keepMentions } from '../related/related-commands.ts';
import type { LessonAuthor } from './lesson-author-rules.ts';
import { saveOrigin } from './lesson-origin-commands.ts';
import type { LessonEditor, LessonHtml, LessonOrigin, LessonText, OpenedLesson, Worked } from './lesson-rules.ts';
import { slugsFor } from './lesson-rules.ts';

/** A whole lesson as its form sends it, already rendered. */
export interface LessonWish {
  /** Made with the form, so that a form sent twice is one lesson. */
  lessonId: string;
  /** The revision the person began with; 0 for a new lesson. */
  basedOn: number;
  /** Saved while somebody typed, not by a button. */
  byItself?: boolean;
  words: LessonText;
  html: LessonHtml;
  rendererVersion: number;
  worked: Worked;
  circle: Circle;
  meetupId: string | null;
  /** The topic whose notes a new lesson begins with. */
  topicId?: string;
  unitIds: readonly string[];
  tags: readonly string[];
  /** Among the channels the editor may see: others that the lesson has are kept. */
  channelIds: readonly string[];
  authors: readonly LessonAuthor[];
  /** What the form showed when it was opened; a program's has none. */
  opened?: OpenedLesson;
  /** Left as it is when not given; null takes a credit back. */
  origin?: LessonOrigin | null;
  /** The pages of this site that its words link to: see `mentionedPaths`. Left as they are when not given. */
  mentions?: readonly string[];
  /** A line for those who read the published lesson before; nothing when not given or empty. */
  whatChanged?: string;
}

/** The first slug for a title that no other lesson has. Writes run one after another, so it is still free when used. */
export async function findFreeSlug(tx: Writer, title: string, lessonId: string): Promise<string> {
  const { lessons } = tx.tables;
  const wanted = slugsFor(title, lessonId);
  const rows = await tx
    .select({ slug: lessons.slug })
    .from(lessons)
    .where(and(inArray(lessons.slug, wanted), ne(lessons.id, lessonId)));
  const taken = new Set(rows.map(({ slug }) => slug));
  return wanted.find((slug) => !taken.has(slug)) ?? lessonId;
}

/** Makes the lesson's row, or changes it. */
export async function keepRow(
  tx: Writer,
  wish: LessonWish,
  { slug, editor, updatedAt }: { slug: string; editor: LessonEditor; updatedAt: Date },
) {
  const { lessons } = tx.tables;
  const { words, html, rendererVersion, worked, circle, meetupId } = wish;
  const row = {
    slug,
    ...words,
    wantedHtml: html.wanted,
    happenedHtml: html.happened,
    whyHtml: html.why,
    nextTimeHtml: html.nextTime,
    rendererVersion,
    worked,
    circle,
    meetupId,
    updatedAt,
  };
  await tx
    .insert(lessons)
    .values({ id: wish.lessonId, topicId: wish.topicId, createdById: editor.person.id, createdAt: updatedAt, ...row })
    .onConflictDoUpdate({ target: lessons.id, set: row });
}

/** Tells readers what changed with a text. Said again of the same text, it is mended. */
export async function keepUpdate(
  tx: Writer,
  { lessonId, whatChanged: said }: Pick<LessonWish, 'lessonId' | 'whatChanged'>,
  { number: revision, editor }: { number: number; editor: LessonEditor },
  now: Date,
) {
  const { lessonUpdates } = tx.tables;
  if (!said) return;
  await tx
    .insert(lessonUpdates)
    .values({ lessonId, revision, said, saidAt: now, saidById: editor.person.id })
    .onConflictDoUpdate({ target: [lessonUpdates.lessonId, lessonUpdates.revision], set: { said } });
}

/** Replaces what stands around a lesson: authors, units, tags, and the channels that the editor may see. */
export async function keepAround(tx: Writer, editor: LessonEditor, wish: LessonWish) {
  const { lessonAuthors, lessonUnits, lessonTags } = tx.tables;
  const { lessonId, authors, unitIds, tags } = wish;
  const hats = await listHatsOf(tx, lessonId);
  await tx.delete(lessonAuthors).where(eq(lessonAuthors.lessonId, lessonId));
  await tx.delete(lessonUnits).where(eq(lessonUnits.lessonId, lessonId));
  await tx.delete(lessonTags).where(eq(lessonTags.lessonId, lessonId));
  if (authors.length > 0)
    await tx
      .insert(lessonAuthors)
      .values(
        authors.map((author, index) => ({ lessonId, position: index + 1, ...author, ...hats.get(author.personId) })),
      );
  if (unitIds.length > 0) await tx.insert(lessonUnits).values(unitIds.map((unitId) => ({ lessonId, unitId })));
  if (tags.length > 0) await tx.insert(lessonTags).values(tags.map((tag) => ({ lessonId, tag })));
  await keepChannels(tx, editor, wish);
  if (wish.origin !== undefined) await saveOrigin(tx, lessonId, wish.origin);
  if (wish.mentions) await keepMentions(tx, lessonId, wish.mentions);
}

/** What each author wrote it as so far: saving the lesson leaves it. */
async function listHatsOf(tx: Writer, lessonId: string) {
  const { lessonAuthors } = tx.tables;
  const { personId, hatKind, hatId, hatName } = lessonAuthors;
  const rows = await tx
    .select({ personId, hatKind, hatId, hatName })
    .from(lessonAuthors)
    .where(eq(lessonAuthors.lessonId, lessonId));
  return new Map(rows.map((row) => [row.personId, row]));
}

async function keepChannels(tx: Writer, editor: LessonEditor, { lessonId, channelIds }: LessonWish) {
  const { lessonChannels, channels } = tx.tables;
  const seen = tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(inArray(channels.circle, [...editor.circles]), inArray(channels.status, [...statusesSeenBy(editor)])));
  await tx
    .delete(lessonChannels)
    .where(and(eq(lessonChannels.lessonId, lessonId), inArray(lessonChannels.channelId, seen)));
  if (channelIds.length > 0)
    await tx
      .insert(lessonChannels)
      .values(channelIds.map((channelId) => ({ lessonId, channelId })))
      .onConflictDoNothing();
}
