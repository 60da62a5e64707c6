import { setImmediate } from 'node:timers/promises';
import type { APIRoute } from 'astro';
import { type OfficialAccount, walkOfficial } from '#domain/channels/official-queries.ts';
import { findSigningKey } from '#domain/signing/signing-queries.ts';
import { canonical } from '#domain/signing/signing-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { PUBLIC_JSON, publicProblem } from '#server/public-json.ts';
import { signText } from '#server/signing.ts';

/**
 * Every account that is ours today, signed, so that a copy can be trusted wherever it comes from. `list` in its canonical
 * form (RFC 8785), as it stands here, is what `signature` signs; the key is at /.well-known/teacake-keys.json. Its day is
 * signed too: an old list must not pass for today's.
 */
export const GET: APIRoute = async ({ locals: { read, site, now } }) => {
  const key = await findSigningKey(read);
  if (!key) return publicProblem(404, 'Not signed', 'This site has no key to sign with.');
  const parts = [];
  for await (const accounts of walkOfficial(read)) {
    parts.push(...accounts.map((account) => canonical(toListed(account, site.url))));
    await setImmediate();
  }
  const madeOn = localDay(now, site.zone);
  const list = `{"accounts":[${parts.join(',')}],"issuer":${canonical(site.url)},"madeOn":${canonical(madeOn)},"organisation":${canonical(site.name)}}`;
  const signature = { algorithm: 'Ed25519', key: key.id, value: signText(list, key) };
  return new Response(`{"list":${list},"signature":${canonical(signature)}}\n`, { headers: PUBLIC_JSON });
};

const toListed = ({ id, slug, kind, ...account }: OfficialAccount, siteUrl: string) => ({
  ...account,
  page: `${siteUrl}/channels/${slug}`,
});
