import type { APIRoute } from 'astro';
import { listFeedAnswer, listOfUnit } from '#server/lesson-lists.ts';

/** The newest lessons of a unit, for feed readers. */
export const GET: APIRoute = ({ params, locals }) => listFeedAnswer(locals, listOfUnit, params.slug, 'atom');
