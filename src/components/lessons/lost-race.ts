import type { LessonText } from '#domain/lessons/lesson-rules.ts';
import { tidyLine, tidyText } from '#domain/text/typed-text-rules.ts';
import type { FormState } from '../form.ts';

/** A lesson as a form sent it: its words as they would be kept, and the revision that they began with. */
export function sentLesson(form: FormState): { lessonId: string; basedOn: number; words: LessonText } {
  const text = (name: string) => tidyText(form.value(name));
  const words = {
    ...{ title: tidyLine(form.value('title')), tryThis: tidyLine(form.value('tryThis')) },
    ...{ wanted: text('wanted'), happened: text('happened'), why: text('why'), nextTime: text('nextTime') },
  };
  return { lessonId: form.value('lessonId'), basedOn: Number(form.value('basedOn')), words };
}

/** The form with both texts in it, when somebody else saved first. */
export function bringIn(form: FormState, race: { words: LessonText } | undefined): FormState {
  if (!race) return form;
  const words: Partial<Record<string, string>> = { ...race.words };
  return { ...form, value: (name, fallback = '') => words[name] ?? form.value(name, fallback) };
}
