import type { APIRoute } from 'astro';
import { findInRegister } from '#domain/channels/channel-export-queries.ts';
import { apiJson, apiProblem, READ_ONLY } from '#server/api/problems.ts';
import { mayNotRead, readQuestion } from '#server/api/questions.ts';
import { channelOf, nothingAsked } from '#server/api/shapes.ts';

/** One channel. */
export const GET: APIRoute = async (context) => {
  const { read, viewer, site } = context.locals;
  const asked = mayNotRead(context) ?? readQuestion(context.url, nothingAsked);
  if (asked instanceof Response) return asked;
  const row = await findInRegister(read, viewer, context.params['slug'] ?? '');
  if (!row) return apiProblem('not-there', 'There is no such channel, or it is not for you to see.');
  return apiJson(channelOf(row, site.url));
};

export const ALL = READ_ONLY;
