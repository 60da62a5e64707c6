import type { APIRoute } from 'astro';
import { listFeedAnswer, listOfPerson } from '#server/lesson-lists.ts';

/** The newest lessons by somebody who may be named, as a JSON Feed. */
export const GET: APIRoute = ({ params, locals }) => listFeedAnswer(locals, listOfPerson, params.id, 'json');
