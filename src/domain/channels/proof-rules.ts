import { sayDate } from '../time/date-words.ts';
import type { ChannelStatus, ReviewState } from './channel-rules.ts';

/** What a channel's page of proof and its badge say, for whoever wonders whether it is really ours. */
export interface Proof {
  state: 'ours' | 'paused' | 'retired';
  /** "Sandford reads is ours". */
  title: string;
  /** The whole truth in a sentence or two. */
  sentence: string;
  /** For a badge: what it is, before the name of the organisation, and since or until when. */
  badge: { what: string; when: string };
}

interface Proven {
  name: string;
  status: ChannelStatus;
  review: ReviewState;
  lastReviewedOn: string | null;
}

/** @param closedOn 'YYYY-MM-DD', for a closed one. */
export function proofOf({ name, status, review, lastReviewedOn }: Proven, closedOn: string | undefined): Proof {
  if (status === 'closed') return retired(name, closedOn);
  const checked = lastReviewedOn ? `checked on ${sayDate(lastReviewedOn)}` : 'not checked yet';
  const when = review === 'overdue' ? `${checked}, due again` : checked;
  const said = `It was ${review === 'overdue' ? `${checked}, and is due to be checked again` : `last ${checked}`}.`;
  const certainty = lastReviewedOn ? said : 'Nobody has checked its record yet.';
  if (status === 'paused')
    return {
      state: 'paused',
      title: `${name} is ours, and paused`,
      sentence: `It is ours, but nothing new appears there for now. ${certainty}`,
      badge: { what: 'Paused channel of', when },
    };
  return {
    state: 'ours',
    title: `${name} is ours`,
    sentence: `Somebody here answers for it. ${certainty}`,
    badge: { what: 'Official channel of', when },
  };
}

function retired(name: string, closedOn: string | undefined): Proof {
  const until = closedOn ? `until ${sayDate(closedOn)}` : 'once';
  return {
    state: 'retired',
    title: `${name} is no longer ours`,
    sentence: `It was ours ${until}. If it posts again, it is not us.`,
    badge: { what: 'No longer a channel of', when: `ours ${until}` },
  };
}
