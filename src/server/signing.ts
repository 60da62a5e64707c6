import { createHash, createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import type { SigningKey } from '#domain/signing/signing-queries.ts';

/** A new pair of Ed25519 keys. */
export function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const jwk = privateKey.export({ format: 'jwk' }) as Record<string, string>;
  return { id: thumbprint(jwk), jwk };
}

/** What others need to check a signature: the public half (RFC 8037). */
export const publicHalf = ({ id, jwk }: SigningKey) => ({
  ...{ kty: 'OKP', crv: 'Ed25519', x: jwk['x'] ?? '', kid: id, alg: 'EdDSA', use: 'sig' },
});

/** The signature (Ed25519, RFC 8032) of a text, as base64url. */
export function signText(text: string, { jwk }: SigningKey): string {
  const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  return sign(null, Buffer.from(text), key).toString('base64url');
}

/** RFC 7638: the hash of what a public key cannot do without. */
const thumbprint = ({ crv, kty, x }: Record<string, string>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
