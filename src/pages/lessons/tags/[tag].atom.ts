import type { APIRoute } from 'astro';
import { listFeedAnswer, listOfTag } from '#server/lesson-lists.ts';

/** The newest lessons with a tag, for feed readers. */
export const GET: APIRoute = ({ params, locals }) => listFeedAnswer(locals, listOfTag, params.tag, 'atom');
