import type { ActionAPIContext } from 'astro:actions';
import { findLessonToEdit } from '#domain/lessons/lesson-edit-queries.ts';
import type { LessonWish } from '#domain/lessons/lesson-record-commands.ts';
import { isTrusted, LEVEL_IN_PART, type LessonOrigin, type LessonText } from '#domain/lessons/lesson-rules.ts';
import { listPictures } from '#domain/pictures/picture-queries.ts';
import { mentionedPaths } from '#domain/related/mention-rules.ts';
import type { Member } from '#server/guards.ts';
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
  const { lessonId, basedOn, worked, circle, tags } = input;
  const { wanted, happened, why, nextTime } = input;
  const pictures = await listPictures(site.read, editor, { kind: 'lesson', id: lessonId });
  const options = { trusted: isTrusted([editor.circle, ...circles]), headingLevel: LEVEL_IN_PART, pictures } as const;
  const html = await renderFields(site, { wanted, happened, why, nextTime }, options);
  const words = wordsOf(input);
  const rendererVersion = RENDERER_VERSION;
  const origin = originOf(input);
  const mentions = mentionedPaths(Object.values(html), locals.site.url);
  const wish = { lessonId, basedOn, words, html, rendererVersion, worked, circle, tags, authors, origin };
  return { ...wish, ...neighbours, mentions };
}

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
