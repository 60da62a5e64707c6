import type { ActionAPIContext } from 'astro:actions';
import { personIds } from '#domain/lessons/lesson-author-rules.ts';
import { findLessonToEdit } from '#domain/lessons/lesson-edit-queries.ts';
import type { LessonWish } from '#domain/lessons/lesson-record-commands.ts';
import { isTrusted, LEVEL_IN_PART, type LessonOrigin, type LessonText } from '#domain/lessons/lesson-rules.ts';
import type { Circle, Member } from '#domain/people/viewer.ts';
import { listPictures } from '#domain/pictures/picture-queries.ts';
import { mentionedPaths } from '#domain/related/mention-rules.ts';
import { RENDERER_VERSION } from '#server/markdown.ts';
import type { Site } from '#server/site.ts';
import { findAuthors } from './lesson-authors.ts';
import type { LessonInput } from './lesson-fields.ts';
import { findNeighbours } from './lesson-links.ts';
import { renderFields } from './rendered.ts';

/**
 * A lesson as its form sent it, with everything it names looked up and its Markdown rendered: all before `write`.
 *
 * @throws wrong fields, each with its sentence.
 */
export async function readLesson(
  input: LessonInput,
  editor: Member,
  { locals }: ActionAPIContext,
  site: Site,
  leastAuthors: 0 | 1 = 1,
): Promise<LessonWish> {
  const before = await findLessonToEdit(site.read, input.lessonId);
  const known = [...(before?.authors ?? []), { id: editor.person.id, circle: editor.circle }];
  const { authors, circles } = await findAuthors(input, known, editor, site, leastAuthors);
  const neighbours = await findNeighbours(input, before?.meetupId ?? null, locals);
  const { lessonId, basedOn, byItself, worked, circle, tags } = input;
  const words = wordsOf(input);
  const behind = (before?.authors ?? []).map((author) => author.circle);
  const rendered = await renderLesson(
    { lessonId, words, circles: [editor.circle, ...circles, ...behind], siteUrl: locals.site.url },
    editor,
    site,
  );
  const origin = originOf(input);
  const around = { circle, tags, authors, origin, ...neighbours, ...openedOf(input) };
  return { lessonId, basedOn, byItself, words, ...rendered, worked, ...around };
}

/**
 * The words of a lesson as they are shown, and the pages of this site they link to.
 *
 * @param told.circles of all who had a hand in the words.
 */
export async function renderLesson(
  {
    lessonId,
    words,
    circles,
    siteUrl,
  }: { lessonId: string; words: LessonText; circles: readonly Circle[]; siteUrl: string },
  editor: Member,
  site: Site,
): Promise<Pick<LessonWish, 'html' | 'rendererVersion' | 'mentions'>> {
  const { wanted, happened, why, nextTime } = words;
  const pictures = await listPictures(site.read, editor, { kind: 'lesson', id: lessonId });
  const options = { trusted: isTrusted(circles), headingLevel: LEVEL_IN_PART, pictures } as const;
  const html = await renderFields(site, { wanted, happened, why, nextTime }, options);
  return { html, rendererVersion: RENDERER_VERSION, mentions: mentionedPaths(Object.values(html), siteUrl) };
}

const openedOf = ({ circleBefore, authorsBefore }: LessonInput) =>
  circleBefore ? { opened: { circle: circleBefore, authorIds: personIds(authorsBefore.split('\n')) } } : {};

/** The credit of a lesson that was first told elsewhere: a link alone is credited to its host. */
function originOf({ originName, originUrl }: LessonInput): LessonOrigin | null {
  const name = originName || (originUrl ? new URL(originUrl).host : '');
  return name ? { name, url: originUrl } : null;
}

const wordsOf = ({ title, tryThis, wanted, happened, why, nextTime }: LessonInput): LessonText => ({
  title,
  tryThis,
  wanted,
  happened,
  why,
  nextTime,
});
