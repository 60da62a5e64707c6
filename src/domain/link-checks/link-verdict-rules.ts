import type { Tables } from '#db/tables.ts';
import { recogniseLink } from '../channels/link-rules.ts';
import type { Platform } from '../channels/platform-rules.ts';
import type { OutsideAnswer } from './outside-answer-rules.ts';

export type LinkOutcome = NonNullable<Tables['linkChecks']['$inferSelect']['outcome']>;

/** What is known of a link, and why, in words. */
export interface LinkVerdict {
  outcome: LinkOutcome;
  detail: string;
}

const GONE = [404, 410];
/** Where a site sends whoever has not signed in, or has not said yes to cookies. */
const WALL = /(log-?in|sign-?in|authwall|checkpoint|consent|challenge)/i;

const WHY_NOT = {
  'no-address': 'it leads to something that is no address',
  scheme: 'it leads to something that is no web page',
  address: 'it leads into a network that is not public, and we do not go there',
  'too-many-redirects': 'it leads in circles',
  'no-such-host': 'there is no such site',
  'too-slow': 'the site did not answer in time',
  certificate: 'the site cannot prove that it is itself',
  'no-connection': 'the site did not answer',
} as const;

/** Why another site was not asked, or did not answer. */
export const sayWhyNot = ({ why }: Exclude<OutsideAnswer, { kind: 'answered' }>): string => WHY_NOT[why];

/** What an answer says of a link. A site that keeps robots out has said nothing. */
export function judgeLink(answer: OutsideAnswer, link: string, platforms: readonly Platform[]): LinkVerdict {
  if (answer.kind !== 'answered') return { outcome: 'not-reached', detail: sayWhyNot(answer) };
  const { status, url, hops } = answer;
  if (GONE.includes(status)) return { outcome: 'gone', detail: `the site says that it is not there (${status})` };
  if (status < 200 || status >= 300) return { outcome: 'cannot-tell', detail: `the site does not say (${status})` };
  if (hops === 0 || isSamePlace(link, url, platforms)) return { outcome: 'there', detail: '' };
  if (WALL.test(new URL(url).pathname)) return { outcome: 'cannot-tell', detail: 'the site asks to sign in first' };
  return { outcome: 'elsewhere', detail: url.slice(0, 500) };
}

function isSamePlace(one: string, other: string, platforms: readonly Platform[]): boolean {
  const [from, to] = [recogniseLink(platforms, one), recogniseLink(platforms, other)];
  return from.kind === 'recognised' && to.kind === 'recognised' && from.linkKey === to.linkKey;
}
