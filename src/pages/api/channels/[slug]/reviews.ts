import { actions } from 'astro:actions';
import type { APIRoute } from 'astro';
import { findInRegister } from '#domain/channels/channel-export-queries.ts';
import { formOf, problemOf } from '#server/api/deeds.ts';
import { apiJson, otherMethod } from '#server/api/problems.ts';
import { lacksScope, readBody } from '#server/api/questions.ts';
import { channelOf, reviewBody } from '#server/api/shapes.ts';

/** Says that a channel's record is still right: the same action as the button on its page, for whom that works. */
export const POST: APIRoute = async (context) => {
  const { read, viewer, site } = context.locals;
  const slug = context.params['slug'] ?? '';
  const asked = lacksScope(context, 'channels:review') ?? (await readBody(context.request, reviewBody));
  if (asked instanceof Response) return asked;
  const { error } = await context.callAction(actions.channels.review, formOf({ ...asked, slug }));
  if (error) return problemOf(error);
  const row = await findInRegister(read, viewer, slug);
  return apiJson(row ? channelOf(row, site.url) : null);
};

export const ALL = otherMethod('POST, OPTIONS');
