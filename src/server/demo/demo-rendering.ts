import type { LessonHtml, LessonText } from '#domain/lessons/lesson-rules.ts';
import { isTrusted, LEVEL_IN_PART } from '#domain/lessons/lesson-rules.ts';
import type { Description } from '#domain/meetups/meetup-record-commands.ts';
import { markdownOf } from '#domain/pictures/picture-rules.ts';
import { mentionedPaths } from '#domain/related/mention-rules.ts';
import { COMMENT_OPTIONS, type Markdown, RENDERER_VERSION } from '../markdown.ts';
import { renderAll } from '../render-all.ts';
import type { Chance } from './demo-chance.ts';
import { demoComments } from './demo-comments.ts';
import type { DemoLesson } from './demo-lesson.ts';
import { demoDraft, demoLessons } from './demo-lessons.ts';
import type { DemoMeetup } from './demo-meetup.ts';
import { demoMeetups } from './demo-meetups.ts';
import { demoResidents } from './demo-people.ts';
import { type DemoBench, type DemoPicture, takeDemoPicture } from './demo-pictures.ts';
import { tidy } from './demo-rows.ts';

/** The words of a lesson, and what was made of them. */
export interface RenderedWords {
  words: LessonText;
  html: LessonHtml;
  mentions: readonly string[];
}

/** As it was published, and as it reads since somebody added to it. */
export interface RenderedLesson {
  picture: DemoPicture | undefined;
  first: RenderedWords;
  later: RenderedWords | undefined;
}

export interface DemoRendering {
  lessons: Map<DemoLesson, RenderedLesson>;
  descriptions: Map<DemoMeetup, Description>;
  /** What is said, by its words. */
  comments: Map<string, string>;
}

/** Renders every Markdown text of the demo and makes its pictures: before the write, since nothing may wait inside it. */
export async function renderDemo(site: DemoBench, chance: Chance): Promise<DemoRendering> {
  const { markdown } = site;
  const lessons = new Map<DemoLesson, RenderedLesson>();
  for (const lesson of [...demoLessons, demoDraft]) {
    const picture = lesson.picture && (await takeDemoPicture(site, chance.newId(), lesson.picture));
    lessons.set(lesson, await renderLesson(markdown, lesson, picture));
  }
  const descriptions = new Map<DemoMeetup, Description>();
  for (const meetup of demoMeetups) descriptions.set(meetup, await renderDescription(markdown, meetup));
  const comments = new Map<string, string>();
  for (const { words } of demoComments.flatMap(({ answers = [], ...comment }) => [comment, ...answers]))
    comments.set(words, await renderComment(markdown, words));
  return { lessons, descriptions, comments };
}

async function renderLesson(
  markdown: Markdown,
  lesson: DemoLesson,
  picture: DemoPicture | undefined,
): Promise<RenderedLesson> {
  const { title, tryThis, wanted = '', happened, why = '', nextTime, later } = lesson;
  const words = { title, tryThis, ...tidied({ wanted, happened, why, nextTime }) };
  if (picture) words.happened += `\n\n${markdownOf(picture)}`;
  const first = await renderWords(markdown, words, lesson, picture);
  const more = later && { ...words, nextTime: `${words.nextTime}\n\n**Later:** ${tidy(later)}` };
  return { picture, first, later: more ? await renderWords(markdown, more, lesson, picture) : undefined };
}

async function renderWords(
  markdown: Markdown,
  words: LessonText,
  { by }: DemoLesson,
  picture: DemoPicture | undefined,
): Promise<RenderedWords> {
  const { title: _, tryThis: __, ...parts } = words;
  const trusted = isTrusted(
    by.map((key) => (demoResidents.some((resident) => resident.key === key) ? 'public' : 'staff')),
  );
  const options = { trusted, headingLevel: LEVEL_IN_PART, pictures: picture ? [picture] : [] } as const;
  const { html, refusals } = await renderAll(markdown, parts, options);
  complain(refusals, words.title);
  return { words, html, mentions: mentionedPaths(Object.values(html), '') };
}

async function renderDescription(markdown: Markdown, meetup: DemoMeetup): Promise<Description> {
  const source = tidy(meetup.description);
  const { html, refusals } = await renderAll(markdown, { source }, { trusted: true, headingLevel: 2 });
  complain(refusals, meetup.title);
  return { source, html: html.source, rendererVersion: RENDERER_VERSION };
}

async function renderComment(markdown: Markdown, words: string): Promise<string> {
  const { html, refusals } = await renderAll(markdown, { words }, COMMENT_OPTIONS);
  complain(refusals, words);
  return html.words;
}

const tidied = <Name extends string>(texts: Record<Name, string>) =>
  Object.fromEntries(Object.entries<string>(texts).map(([name, text]) => [name, tidy(text)])) as Record<Name, string>;

function complain(refusals: Record<string, string>, title: string) {
  const [sentence] = Object.values(refusals);
  if (sentence) throw new Error(`The demo cannot lay out “${title}”: ${sentence}`);
}
