import { sayRetired } from '../channel-closings/closing-rules.ts';
import { isByNumber, mayBeAmong } from './account-rules.ts';
import type { Recognised } from './link-rules.ts';
import type { Asked } from './verify-rules.ts';

/** A registered channel that has something to do with what was asked. */
export interface KnownChannel {
  name: string;
  slug: string;
  platformKey: string;
  platformLabel: string;
  unitName: string;
  status: 'open' | 'paused' | 'no-access' | 'closing' | 'closed';
  linkKey: string | null;
  handle: string;
  /** Null for a closed channel: its address may be somebody else's by now. */
  url: string | null;
  lastReviewedOn: string | null;
  closedOn: string | null;
  /** Where to go now that it is closed, if anywhere. */
  insteadName: string | null;
  insteadSlug: string | null;
}

/**
 * The answer to "is this yours?".
 *
 * - `ours`: a channel that is open (or paused, out of our hands for now, or about to close) has exactly this link.
 * - `retired`: only a closed channel has it.
 * - `not-ours`: it is the address of an account, in a form we know, on a site where we have channels, and none has it.
 * - `unknown`: anything else. A page under our website, a post under our name, a number where we know names, another form
 *   of address, a name without a platform: each may be ours, but the link alone cannot show it. `channels` then holds those
 *   it may belong to.
 */
export interface Verdict {
  verdict: 'ours' | 'retired' | 'not-ours' | 'unknown';
  /** The answer and what to do next. */
  sentence: string;
  /** The one channel it is (ours, retired), or those to look at instead (unknown). */
  channels: readonly KnownChannel[];
}

/**
 * @param known the visible channels whose link key or handle was looked up; never requested, approved or refused ones.
 * @param there link keys of visible channels on the platform, and on those that share its site.
 */
export function decideVerdict(asked: Asked, known: readonly KnownChannel[], there: readonly string[]): Verdict {
  const same = known.filter(({ linkKey }) => linkKey !== null && asked.exact.includes(linkKey));
  const [first] = same.toSorted((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed'));
  if (first?.status === 'closed') return { verdict: 'retired', sentence: sentenceOfRetired(first), channels: [first] };
  if (first) return { verdict: 'ours', sentence: sentenceOfOurs(first), channels: [first] };
  const { recognition } = asked;
  if (known.length === 0 && there.length > 0 && recognition.kind === 'recognised' && !recognition.isGuess) {
    if (mayBeAmong(recognition.linkKey, there))
      return { verdict: 'unknown', sentence: sentenceOfNumber(recognition), channels: [] };
    return { verdict: 'not-ours', sentence: sentenceOfNotOurs(recognition), channels: [] };
  }
  const sentence = known.length > 0 ? hintAt(asked, known) : sentenceOfUnknown(asked);
  return { verdict: 'unknown', sentence, channels: known };
}

function sentenceOfOurs({ name, platformKey, status }: KnownChannel): string {
  const after = {
    open: '',
    closed: '',
    paused: ' It is paused: nothing new appears there for now.',
    'no-access': ' But we cannot get into it at the moment: do not trust what is new there.',
    closing: ' It will close soon.',
  };
  const faked = ['e_mail', 'phone', 'sms', 'textphone'].includes(platformKey)
    ? ' A sender can be faked, though: if in doubt, write or ring yourself.'
    : '';
  return `Yes. This is ours: ${name}.${after[status]}${faked}`;
}

const sentenceOfRetired = ({ name, closedOn, insteadName }: KnownChannel): string =>
  `${name}: ${sayRetired(closedOn, insteadName)}`;

const sentenceOfNotOurs = (account: Recognised): string => `No. This is not one of our channels on ${siteOf(account)}.`;

function sentenceOfNumber(account: Recognised): string {
  const [theirs, ours] = isByNumber(account.linkKey) ? ['number', 'name'] : ['name', 'number'];
  return `This gives the ${theirs} of an account on ${siteOf(account)}, and we know one of ours there by its ${ours}: the two may be one. Open ours from the directory, and compare.`;
}

const siteOf = ({ url, handle }: Recognised): string =>
  new URL(url).hostname.replace(/^www\./, '').replace(`${handle.toLowerCase()}.`, '');

function sentenceOfUnknown({ recognition, leadsTo }: Asked): string {
  if (leadsTo)
    return `This link passes you on, to ${leadsTo} or elsewhere. Open it with care, and verify where you arrive.`;
  if (recognition.kind === 'bare-handle')
    return 'We do not know this name. Paste the whole link: it shows where it is.';
  if (recognition.kind === 'recognised') {
    return /^https?:\/\/[^/]*xn--/.test(recognition.url)
      ? 'Some letters of this address are not plain ones, and may only look like them. It is none of ours: do not trust it.'
      : 'It is in none of our channels, and we cannot tell whose it is. Ask us before you trust it.';
  }
  if (recognition.kind === 'unreadable' || !recognition.claims) return recognition.sentence;
  return `This is one page, not an account. The account it names (${recognition.claims.url}) is not one of our channels.`;
}

function hintAt({ near, names }: Asked, known: readonly KnownChannel[]): string {
  if (names.length > 0) {
    return 'We use this name in the places below. A name alone proves nothing: elsewhere it may be somebody else. Paste the link.';
  }
  const nearest = near.find(({ linkKey }) => known.some((channel) => channel.linkKey === linkKey));
  const name = known.find(({ linkKey }) => linkKey === nearest?.linkKey)?.name;
  const hints = {
    claimed: `It names our account (${name}), but a link like this can show what others wrote. Look for it on our account.`,
    above: `This address is under ours (${name}), but we vouch for whole channels, not for each page.`,
    'other-form': `This is not the address we know. Ours (${name}) is written differently: the two may be different people's.`,
  };
  return hints[nearest?.why ?? 'other-form'];
}
