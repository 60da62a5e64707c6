import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|manifest\+json|[a-z]+\+(json|xml)|xml)|image\/svg\+xml)/;
const LEAST_BYTES = 1000;

/** Whether compressing is worth it. */
export const isCompressible = (type: string, bytes: number) => bytes >= LEAST_BYTES && COMPRESSIBLE.test(type);

/** The best encoding of ours that an `Accept-Encoding` allows (RFC 9110, 12.5.3). */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | undefined {
  if (typeof header !== 'string') return undefined;
  if (accepts(header, 'br')) return 'br';
  return accepts(header, 'gzip') ? 'gzip' : undefined;
}

/**
 * Compresses off the main thread.
 *
 * @param effort `once` for what is sent to one person, `often` for what many will get, `best` for what is built.
 */
export async function compress(body: Buffer, encoding: Encoding, effort: 'once' | 'often' | 'best'): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(body, { level: { once: 2, often: 6, best: 9 }[effort] });
  const quality = { once: 1, often: 5, best: 11 }[effort];
  const hint = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotlied(body, { params: hint });
}

const gzipped = promisify<Buffer, object, Buffer>(gzip);
const brotlied = promisify<Buffer, object, Buffer>(brotliCompress);

function accepts(header: string, encoding: Encoding): boolean {
  const at = header.indexOf(encoding);
  if (at < 0) return false;
  const rest = /^\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(header.slice(at + encoding.length));
  return rest !== null && Number(rest[1] ?? 1) > 0;
}
