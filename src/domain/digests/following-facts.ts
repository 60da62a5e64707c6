import type { FollowKind, Hearing } from '../follows/follow-rules.ts';
import type { LetterKind } from '../mail/letter-kind-rules.ts';
import type { LetterItem } from '../mail/letter-rules.ts';
import type { DigestChoice } from './digest-rules.ts';

/** Something an address follows. */
export interface Followed {
  id: string;
  kind: FollowKind;
  hears: Hearing;
  countsIn: number | null;
  /** Undefined when it is not there any more, or not for whoever follows it. */
  name: string | undefined;
  path: string | undefined;
}

/** What the page about it shows. */
export interface Following {
  follows: Followed[];
  choice: (DigestChoice & { dueAt: Date }) | undefined;
  /** What the digest would say if it came now. */
  preview: LetterItem[];
  /** The kinds of letters that do not come. */
  refused: LetterKind[];
}
