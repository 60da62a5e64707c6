import type { Tables } from '#db/tables.ts';

export type Webmention = Tables['webmentions']['$inferSelect'];
export type WebmentionOutcome = NonNullable<Webmention['outcome']>;
export type WebmentionSubject = Pick<Webmention, 'subjectKind' | 'subjectId'>;
export type SentWebmention = Tables['sentWebmentions']['$inferSelect'];
export type Verdict = Tables['webmentionDecisions']['$inferSelect']['kind'];

/** Where the pages live that others may speak of. */
const PLACES = { lessons: 'lesson', meetups: 'meetup', channels: 'channel' } as const;

/** What somebody else says of a page of ours: plain words, cut to fit. */
export interface SaidElsewhere {
  title: string;
  author: string;
  excerpt: string;
}

/** What a look at the other page came to; `host` is where its words were found: a page may lead on to another site. */
export type Found =
  | ({ outcome: 'linked'; host: string } & SaidElsewhere)
  | { outcome: Exclude<WebmentionOutcome, 'linked'>; detail: string };

/** The page of ours that an address names, by its kind and slug; undefined for any other page. */
export function readSubject(address: string, siteUrl: string) {
  const url = URL.parse(address);
  if (url?.origin !== siteUrl) return undefined;
  const [, place, slug] = /^\/(lessons|meetups|channels)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  return place && slug ? { kind: PLACES[place as keyof typeof PLACES], slug } : undefined;
}

export const pathOfSubject = (kind: WebmentionSubject['subjectKind'], slug: string): string => `/${kind}s/${slug}`;

/** A page elsewhere as it is kept, without the place on it; undefined for what is no page of another site. */
export function readSource(address: string, siteUrl: string): URL | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.origin === siteUrl || url.username || url.password)
    return undefined;
  url.hash = '';
  return url;
}

const HOUR_MS = 3_600_000;
const WAITS_IN_HOURS = [1, 6, 24];

/** When to try again where nobody answered; null after four tries. */
export function lookAgainAt(attempts: number, now: Date): Date | null {
  const hours = WAITS_IN_HOURS[attempts - 1];
  return hours === undefined ? null : new Date(now.getTime() + hours * HOUR_MS);
}

/** For how long whoever looks has it for themselves: a crash costs no more than that. */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + 10 * 60_000);

/** How something stands, for whoever sent it and for moderators. */
export type Standing = 'to-be-looked-at' | 'waiting' | 'shown' | 'refused' | Exclude<WebmentionOutcome, 'linked'>;

export function standingOf({
  outcome,
  changedAt,
  decision,
}: Pick<Webmention, 'outcome' | 'changedAt'> & {
  decision: { kind: Verdict; decidedAt: Date } | null;
}): Standing {
  if (outcome === null) return 'to-be-looked-at';
  if (outcome !== 'linked') return outcome;
  return decision && changedAt && decision.decidedAt >= changedAt ? decision.kind : 'waiting';
}

/** One as it stands under the page it speaks of. */
export interface SaidElsewhereLine extends SaidElsewhere, Pick<Webmention, 'id' | 'source' | 'host'> {
  saidAt: Date | null;
}

/** One with the page it speaks of, as far as that is still there, and how it stands. */
export interface ListedWebmention extends Webmention {
  decision: { kind: Verdict; decidedAt: Date; decidedById: string | null } | null;
  about: { title: string; path: string } | null;
  standing: Standing;
}
