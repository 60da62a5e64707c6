import type { APIRoute } from 'astro';
import { verifyAnswer } from '#domain/channels/verify-answer-rules.ts';
import { verifyLink } from '#domain/channels/verify-queries.ts';
import { apiJson, READ_ONLY } from '#server/api/problems.ts';
import { mayNotRead, readQuestion } from '#server/api/questions.ts';
import { verifyQuery } from '#server/api/shapes.ts';

/** Whether a link is ours: the answer of the page /verify. */
export const GET: APIRoute = async (context) => {
  const { read, viewer, site } = context.locals;
  const asked = mayNotRead(context) ?? readQuestion(context.url, verifyQuery);
  if (asked instanceof Response) return asked;
  return apiJson(verifyAnswer(asked.link, await verifyLink(read, viewer, asked.link), site.url));
};

export const ALL = READ_ONLY;
