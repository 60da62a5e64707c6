import type { Writer } from '#db/database.ts';
import { keepCommentHtml, listStaleComments } from '#domain/comments/comment-html-commands.ts';
import { keepHtml } from '#domain/lessons/lesson-html-commands.ts';
import { listStaleLessons } from '#domain/lessons/lesson-html-queries.ts';
import { isTrusted, LEVEL_IN_PART } from '#domain/lessons/lesson-rules.ts';
import { keepDescriptionHtml } from '#domain/meetups/meetup-html-commands.ts';
import { listStaleMeetups } from '#domain/meetups/meetup-html-queries.ts';
import { LEVEL_IN_DESCRIPTION } from '#domain/meetups/meetup-rules.ts';
import { listPicturesToLayOut } from '#domain/pictures/picture-queries.ts';
import { noteFailureOf } from './log.ts';
import { COMMENT_OPTIONS, RENDERER_VERSION, type RenderOptions } from './markdown.ts';
import { renderAll } from './render-all.ts';
import type { Site } from './site.ts';

type Bench = Pick<Site, 'read' | 'write' | 'markdown'>;

/** How many records are read and written at a time: few enough that nobody waits behind them. */
const SLICE = 20;

/**
 * Renders again, slice by slice behind the scenes, what an earlier renderer made. A text that is refused now keeps the
 * HTML it has.
 */
export function rerenderTexts(site: Bench): { done: Promise<void>; stop(): Promise<void> } {
  let isStopping = false;
  async function work() {
    for (const rerenderSlice of [rerenderLessons, rerenderMeetups, rerenderComments]) {
      let after: string | undefined = '';
      while (after !== undefined && !isStopping) after = await rerenderSlice(site, after);
    }
  }
  const done = work().catch(noteFailureOf('rerender'));
  const stop = () => {
    isStopping = true;
    return done;
  };
  return { done, stop };
}

/** @returns the id to go on after, or undefined when nothing is left. */
async function rerenderLessons({ read, write, markdown }: Bench, after: string) {
  const stale = await listStaleLessons(read, RENDERER_VERSION, after, SLICE);
  const ids = stale.map(({ id }) => id);
  const all = await listPicturesToLayOut(read, ids);
  const rendered = await Promise.all(
    stale.map(async ({ id, updatedAt, circles, ...parts }) => {
      const pictures = all.filter(({ lessonId }) => lessonId === id);
      const options: RenderOptions = { trusted: isTrusted(circles), headingLevel: LEVEL_IN_PART, pictures };
      return { id, updatedAt, rendererVersion: RENDERER_VERSION, ...(await renderAll(markdown, parts, options)) };
    }),
  );
  await keepTaken(write, rendered, keepHtml);
  return stale.at(-1)?.id;
}

/** The same for meetups, whose hosts are trusted. */
async function rerenderMeetups({ read, write, markdown }: Bench, after: string) {
  const stale = await listStaleMeetups(read, RENDERER_VERSION, after, SLICE);
  const options: RenderOptions = { trusted: true, headingLevel: LEVEL_IN_DESCRIPTION };
  const rendered = await Promise.all(
    stale.map(async ({ id, updatedAt, description }) => {
      const { html, refusals } = await renderAll(markdown, { description }, options);
      return { id, updatedAt, rendererVersion: RENDERER_VERSION, html, refusals };
    }),
  );
  await keepTaken(write, rendered, keepDescriptionHtml);
  return stale.at(-1)?.id;
}

/** The same for comments. */
async function rerenderComments({ read, write, markdown }: Bench, after: string) {
  const stale = await listStaleComments(read, RENDERER_VERSION, after, SLICE);
  const rendered = await Promise.all(
    stale.map(async ({ id, words }) => {
      const { html, refusals } = await renderAll(markdown, { words }, COMMENT_OPTIONS);
      return { id, words, rendererVersion: RENDERER_VERSION, html: html.words, refusals };
    }),
  );
  await keepTaken(write, rendered, keepCommentHtml);
  return stale.at(-1)?.id;
}

/** In one write; not what was refused. */
async function keepTaken<Rendered extends { refusals: object }>(
  write: Site['write'],
  rendered: readonly Rendered[],
  keep: (tx: Writer, one: Rendered) => Promise<unknown>,
) {
  const taken = rendered.filter(({ refusals }) => Object.keys(refusals).length === 0);
  if (taken.length === 0) return;
  await write(async (tx) => {
    for (const one of taken) await keep(tx, one);
  });
}
