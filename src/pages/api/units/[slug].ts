import type { APIRoute } from 'astro';
import { findInUnits } from '#domain/units/unit-slice-queries.ts';
import { apiJson, apiProblem, READ_ONLY } from '#server/api/problems.ts';
import { mayNotRead, readQuestion } from '#server/api/questions.ts';
import { nothingAsked, unitOf } from '#server/api/shapes.ts';

/** One unit. */
export const GET: APIRoute = async (context) => {
  const { read, site } = context.locals;
  const asked = mayNotRead(context) ?? readQuestion(context.url, nothingAsked);
  if (asked instanceof Response) return asked;
  const row = await findInUnits(read, context.params['slug'] ?? '');
  return row ? apiJson(unitOf(row, site.url)) : apiProblem('not-there', 'There is no such unit.');
};

export const ALL = READ_ONLY;
