import type { LessonWish } from '#domain/lessons/lesson-record-commands.ts';
import { LEVEL_IN_PART } from '#domain/lessons/lesson-rules.ts';
import type { OutsidePost } from '#domain/lessons/outside-post-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';
import { mentionedPaths } from '#domain/related/mention-rules.ts';
import { type Markdown, RENDERER_VERSION, type RenderOptions } from '../markdown.ts';

type TextPictures = RenderOptions['pictures'];

/** The lesson that a post becomes, its Markdown rendered; or the renderer's sentence when it cannot be laid out. */
export async function lessonOf(
  post: OutsidePost,
  {
    lessonId,
    circle,
    siteName,
    pictures,
  }: { lessonId: string; circle: Circle; siteName: string; pictures: TextPictures },
  markdown: Markdown,
): Promise<LessonWish | string> {
  const answer = await markdown.render(post.text, { trusted: false, headingLevel: LEVEL_IN_PART, pictures });
  if (answer.kind !== 'rendered') return answer.sentence;
  const authors = post.authors.length > 0 ? post.authors : [siteName];
  return {
    ...{ lessonId, circle, basedOn: 0, rendererVersion: RENDERER_VERSION, worked: 'not-said' as const },
    words: { title: post.title, tryThis: '', wanted: '', happened: post.text, why: '', nextTime: '' },
    html: { wanted: '', happened: answer.html, why: '', nextTime: '' },
    ...{ meetupId: null, unitIds: [], channelIds: [], tags: post.tags },
    mentions: mentionedPaths([answer.html], ''),
    authors: authors.map((guestName) => ({ personId: null, guestName })),
  };
}
