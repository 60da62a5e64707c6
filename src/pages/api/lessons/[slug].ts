import type { APIRoute } from 'astro';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { lessonOf } from '#server/api/lesson-shapes.ts';
import { apiJson, apiProblem, READ_ONLY } from '#server/api/problems.ts';
import { mayNotRead, readQuestion } from '#server/api/questions.ts';
import { nothingAsked } from '#server/api/shapes.ts';

/** One lesson with its words: one that is open, or a draft of whoever the token acts for. */
export const GET: APIRoute = async (context) => {
  const { read, viewer, site } = context.locals;
  const asked = mayNotRead(context, 'lessons:read') ?? readQuestion(context.url, nothingAsked);
  if (asked instanceof Response) return asked;
  const lesson = await findLesson(read, viewer, context.params['slug'] ?? '');
  if (!lesson || lesson.withdrawal)
    return apiProblem('not-there', 'There is no such lesson, or it is not for you to see.');
  return apiJson(lessonOf(lesson, site.url));
};

export const ALL = READ_ONLY;
