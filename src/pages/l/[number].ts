import type { APIRoute } from 'astro';
import { findSlugOfLesson } from '#domain/lessons/lesson-number-queries.ts';

/** The short address on paper leads to the lesson, if this viewer may see it. */
export const GET: APIRoute = async ({ params, locals: { read, viewer }, redirect, rewrite }) => {
  const slug = await findSlugOfLesson(read, viewer, params['number'] ?? '');
  return slug ? redirect(`/lessons/${slug}`) : rewrite('/404');
};
