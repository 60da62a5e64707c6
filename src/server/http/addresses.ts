import { pathOf } from './answer.ts';
import { type Refusal, refuse } from './refusals.ts';

const LONGEST = 4096;
const UNREADABLE = 'Check the address for stray characters, or start again from the front page.';

/** What is wrong with a request's address, if anything: pages get only plain, absolute, once-encoded paths. */
export function refuseAddress(url: string): Refusal | undefined {
  if (url.length > LONGEST) return refuse(414, `Addresses here are at most ${LONGEST} characters long.`);
  const path = pathOf(url);
  if (!path.startsWith('/') || /[^\x21-\x7e]|[#\\]/.test(url) || /\/\/|%(2f|5c)/i.test(path)) return unreadable();
  if (url.includes('%00')) return unreadable();
  const plain = decode(path);
  if (plain === undefined || /\p{Cc}|%[0-9a-f]{2}/iu.test(plain) || /\/\.\.?(\/|$)/.test(plain)) return unreadable();
  if (plain.startsWith('/_')) return refuse(404, 'There is nothing at this address.'); // Astro's own machinery
  return undefined;
}

const unreadable = () => refuse(400, UNREADABLE);

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
