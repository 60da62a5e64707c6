import type { KnownChannel, Verdict } from './verdict-rules.ts';

/** The answer of /verify.json. Days are 'YYYY-MM-DD'; what is not known is null. */
export interface VerifyAnswer {
  /** What was asked. */
  link: string;
  verdict: Verdict['verdict'];
  /** The answer and what to do next, for people. */
  sentence: string;
  /** The one channel it is (ours, retired), or those to look at instead (unknown). */
  channels: AnsweredChannel[];
}

interface AnsweredChannel {
  name: string;
  unit: string;
  /** A platform's key, as in /channels.json. */
  platform: string;
  status: KnownChannel['status'];
  /** Null for a closed channel: its address may be somebody else's by now. */
  link: string | null;
  /** Its page in the directory. */
  page: string;
  lastCheckedOn: string | null;
  closedOn: string | null;
  goInstead: { name: string; page: string } | null;
}

/** @param siteUrl the site's origin, for whole addresses. */
export function verifyAnswer(link: string, { verdict, sentence, channels }: Verdict, siteUrl: string): VerifyAnswer {
  const pageOf = (slug: string) => `${siteUrl}/channels/${slug}`;
  return {
    link,
    verdict,
    sentence,
    channels: channels.map((channel) => ({
      name: channel.name,
      unit: channel.unitName,
      platform: channel.platformKey,
      status: channel.status,
      link: channel.url,
      page: pageOf(channel.slug),
      lastCheckedOn: channel.lastReviewedOn,
      closedOn: channel.closedOn,
      goInstead:
        channel.insteadSlug === null ? null : { name: channel.insteadName ?? '', page: pageOf(channel.insteadSlug) },
    })),
  };
}
