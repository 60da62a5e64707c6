import type { APIRoute } from 'astro';
import { listFeedAnswer, listOfTag } from '#server/lesson-lists.ts';

/** The newest lessons with a tag, as a JSON Feed. */
export const GET: APIRoute = ({ params, locals }) => listFeedAnswer(locals, listOfTag, params.tag, 'json');
