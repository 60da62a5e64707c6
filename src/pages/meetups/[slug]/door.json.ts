import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import type { DoorState } from '#domain/door/door-facts.ts';
import { listDoor } from '#domain/door/door-queries.ts';
import { findFactsFor } from '#domain/meetups/meetup-facts-queries.ts';
import { requireHost, requireMember } from '#server/guards.ts';

/** What the door says now, for the phones of the hosts: `{ "parties": [...] }`, or 304 while nothing was tapped. */
export const GET: APIRoute = async (context) => {
  requireMember(context);
  const { read, viewer, now } = context.locals;
  const facts = await findFactsFor(read, viewer, context.params['slug'] ?? '');
  if (!facts) return context.rewrite('/404');
  requireHost(context, facts.meetup);
  const state: DoorState = { parties: await listDoor(read, viewer, facts.meetup, now) };
  const text = JSON.stringify(state);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'content-type': 'application/json; charset=utf-8' };
  const isKnown = context.request.headers.get('if-none-match') === etag;
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
};
