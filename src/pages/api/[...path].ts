import type { APIRoute } from 'astro';
import { apiProblem } from '#server/api/problems.ts';

export const ALL: APIRoute = () =>
  apiProblem('not-there', 'There is nothing at this address. What there is stands in /api/openapi.json.');
