import type { APIRoute } from 'astro';
import { openApi } from '#server/api/openapi.ts';
import { apiJson, READ_ONLY } from '#server/api/problems.ts';

/** What the interface can do, for programs that read OpenAPI 3.1. */
export const GET: APIRoute = ({ locals: { site } }) => apiJson(openApi(site));

export const ALL = READ_ONLY;
