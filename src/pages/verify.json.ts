import type { APIRoute } from 'astro';
import { verifyAnswer } from '#domain/channels/verify-answer-rules.ts';
import { verifyLink } from '#domain/channels/verify-queries.ts';
import { publicJson, publicProblem } from '#server/public-json.ts';

/** The page /verify for other programs. `VerifyAnswer` says what they get. */
export const GET: APIRoute = async ({ locals: { read, viewer, site }, url }) => {
  const link = (url.searchParams.get('link') ?? '').trim();
  if (!link) return publicProblem(400, 'No link', 'Add the link to verify: /verify.json?link=https%3A%2F%2F…');
  return publicJson(verifyAnswer(link, await verifyLink(read, viewer, link), site.url));
};
