import type { LessonHtml, LessonText } from '#domain/lessons/lesson-rules.ts';
import { isTrusted, LEVEL_IN_PART } from '#domain/lessons/lesson-rules.ts';
import type { Description } from '#domain/meetups/meetup-record-commands.ts';
import { mentionedPaths } from '#domain/related/mention-rules.ts';
import { type Markdown, RENDERER_VERSION } from '../markdown.ts';
import { renderAll } from '../render-all.ts';
import type { DemoLesson } from './demo-lesson.ts';
import { demoDraft, demoLessons } from './demo-lessons.ts';
import type { DemoMeetup } from './demo-meetup.ts';
import { demoMeetups } from './demo-meetups.ts';
import { demoResidents } from './demo-people.ts';
import { tidy } from './demo-rows.ts';

/** The words of a lesson, and what was made of them. */
export interface RenderedWords {
  words: LessonText;
  html: LessonHtml;
  mentions: readonly string[];
}

/** As it was published, and as it reads since somebody added to it. */
export interface RenderedLesson {
  first: RenderedWords;
  later: RenderedWords | undefined;
}

export interface DemoRendering {
  lessons: Map<DemoLesson, RenderedLesson>;
  descriptions: Map<DemoMeetup, Description>;
}

/** Renders every Markdown text of the demo: before the write, since nothing may wait inside it. */
export async function renderDemo(markdown: Markdown): Promise<DemoRendering> {
  const lessons = new Map<DemoLesson, RenderedLesson>();
  for (const lesson of [...demoLessons, demoDraft]) lessons.set(lesson, await renderLesson(markdown, lesson));
  const descriptions = new Map<DemoMeetup, Description>();
  for (const meetup of demoMeetups) descriptions.set(meetup, await renderDescription(markdown, meetup));
  return { lessons, descriptions };
}

async function renderLesson(markdown: Markdown, lesson: DemoLesson): Promise<RenderedLesson> {
  const { title, tryThis, wanted = '', happened, why = '', nextTime, later } = lesson;
  const words = { title, tryThis, ...tidied({ wanted, happened, why, nextTime }) };
  const first = await renderWords(markdown, words, lesson);
  const more = later && { ...words, nextTime: `${words.nextTime}\n\n**Later:** ${tidy(later)}` };
  return { first, later: more ? await renderWords(markdown, more, lesson) : undefined };
}

async function renderWords(markdown: Markdown, words: LessonText, { by }: DemoLesson): Promise<RenderedWords> {
  const { title: _, tryThis: __, ...parts } = words;
  const trusted = isTrusted(
    by.map((key) => (demoResidents.some((resident) => resident.key === key) ? 'public' : 'staff')),
  );
  const { html, refusals } = await renderAll(markdown, parts, { trusted, headingLevel: LEVEL_IN_PART });
  complain(refusals, words.title);
  return { words, html, mentions: mentionedPaths(Object.values(html), '') };
}

async function renderDescription(markdown: Markdown, meetup: DemoMeetup): Promise<Description> {
  const source = tidy(meetup.description);
  const { html, refusals } = await renderAll(markdown, { source }, { trusted: true, headingLevel: 2 });
  complain(refusals, meetup.title);
  return { source, html: html.source, rendererVersion: RENDERER_VERSION };
}

const tidied = <Name extends string>(texts: Record<Name, string>) =>
  Object.fromEntries(Object.entries<string>(texts).map(([name, text]) => [name, tidy(text)])) as Record<Name, string>;

function complain(refusals: Record<string, string>, title: string) {
  const [sentence] = Object.values(refusals);
  if (sentence) throw new Error(`The demo cannot lay out “${title}”: ${sentence}`);
}
