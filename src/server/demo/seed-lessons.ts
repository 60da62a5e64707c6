import { editLesson, publishLesson, saveDraft, withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import type { LessonWish } from '#domain/lessons/lesson-record-commands.ts';
import { addLessonPicture } from '#domain/pictures/lesson-picture-commands.ts';
import { RENDERER_VERSION } from '../markdown.ts';
import { daysAfter, daysBefore } from './demo-calendar.ts';
import type { DemoLesson } from './demo-lesson.ts';
import { demoDraft, demoLessons } from './demo-lessons.ts';
import type { DemoRendering, RenderedWords } from './demo-rendering.ts';
import { type DemoRoom, editorOf, expectKind, named } from './demo-room.ts';
import { listDemoTopics } from './seed-notes.ts';

const DAYS_UNTIL_LATER = 120;
const MINUTES_OF_A_WORKING_DAY = 480;

/** Every lesson as its authors would have written it, some added to since, one taken back, and a draft. */
export async function seedLessons(room: DemoRoom, { lessons }: DemoRendering) {
  for (const lesson of demoLessons) await seedLesson(room, lesson, lessons);
  const wish = wishOf(room, demoDraft, named(lessons, demoDraft).first);
  await saveDraft(room.tx, editorFor(room, demoDraft), wish, daysBefore(room.now, 2));
}

async function seedLesson(room: DemoRoom, lesson: DemoLesson, lessons: DemoRendering['lessons']) {
  const { first, later, picture } = named(lessons, lesson);
  const editor = editorFor(room, lesson);
  const at = publishedAt(room, lesson);
  const wish = { ...wishOf(room, lesson, first), ...(await topicOf(room, lesson)) };
  const outcome = await publishLesson(room.tx, editor, wish, at);
  if (outcome.kind !== 'saved') throw new Error(`The demo cannot publish “${lesson.title}”: ${outcome.kind}.`);
  if (later) await editLesson(room.tx, editor, { ...wish, ...later, basedOn: 1 }, daysAfter(at, DAYS_UNTIL_LATER));
  const { lessonId } = wish;
  if (picture) expectKind('added', await addLessonPicture(room.tx, editor, { ...picture, lessonId, now: at }));
  const reason = lesson.withdrawn;
  if (reason) await withdrawLesson(room.tx, editor, { lessonId, reason }, daysAfter(at, 9));
}

/** A lesson that has the title of a topic of its café began there. */
async function topicOf(room: DemoRoom, { from, title }: DemoLesson): Promise<{ topicId?: string }> {
  const topics = from === undefined ? [] : await listDemoTopics(room, from);
  const topic = topics.find((one) => one.title === title);
  return topic ? { topicId: topic.id } : {};
}

const editorFor = ({ people }: DemoRoom, { by }: DemoLesson) => editorOf(named(people, by[0]!));

/** Within a fortnight of the café it came out of, on somebody's working day. */
function publishedAt({ now, chance, meetups }: DemoRoom, { from, daysAgo = 1 }: DemoLesson): Date {
  const day =
    from === undefined ? daysBefore(now, daysAgo) : daysAfter(named(meetups, from).endsAt, chance.between(1, 13));
  const minutes = chance.between(0, MINUTES_OF_A_WORKING_DAY);
  return new Date(day.getTime() - minutes * 60_000);
}

function wishOf(
  { chance, people, units, channels, meetups }: DemoRoom,
  lesson: DemoLesson,
  rendered: RenderedWords,
): LessonWish {
  const { by, guest, worked, tags, from, circle = 'public' } = lesson;
  const authors = by.map((key) => ({ personId: named(people, key).id, guestName: '' as const }));
  return {
    ...rendered,
    lessonId: chance.newId(),
    basedOn: 0,
    rendererVersion: RENDERER_VERSION,
    ...{ worked, circle, tags },
    meetupId: from === undefined ? null : named(meetups, from).id,
    unitIds: lesson.units.map((key) => named(units, key)),
    channelIds: (lesson.channels ?? []).map((name) => named(channels, name)),
    authors: guest ? [...authors, { personId: null, guestName: guest }] : authors,
  };
}
