import type { APIRoute } from 'astro';
import { findSigningKey } from '#domain/signing/signing-queries.ts';
import { publicJson } from '#server/public-json.ts';
import { publicHalf } from '#server/signing.ts';

/** The keys that check what this site has signed: a JSON Web Key Set (RFC 7517). */
export const GET: APIRoute = async ({ locals: { read } }) => {
  const key = await findSigningKey(read);
  return publicJson({ keys: key ? [publicHalf(key)] : [] });
};
