import type { DoorParty } from '#domain/door/door-facts.ts';
import { type Answer, askForList, sendTaps } from './door-line.ts';
import { withKeptTaps } from './door-list.ts';
import { dropTaps, type KeptTap, keepTap, listKeptTaps, readList } from './kept-taps.ts';

const MOST_AT_ONCE = 200;

export interface DoorPlace {
  meetupId: string;
  /** The address of the page. */
  path: string;
  /** The query of the action that takes kept taps. */
  replay: string;
}

/**
 * What this phone knows of a door, and its conversation with the site: taps are kept here first and sent when the site
 * can be reached. `hear` is called whenever something may have changed.
 */
export function talkAboutDoor({ meetupId, path, replay }: DoorPlace, hear: (answer?: Answer) => void) {
  let parties: DoorParty[] = readList(meetupId);
  let tag: string | null = null;
  let clockAhead = 0;
  let lastTapAt = 0;
  let talking: Promise<void> | undefined;

  function take(tap: Omit<KeptTap, 'id' | 'tappedAt'>) {
    lastTapAt = Math.max(Date.now() - clockAhead, lastTapAt + 1);
    keepTap(meetupId, { ...tap, id: `${lastTapAt.toString(36)}-${newKey()}`, tappedAt: lastTapAt });
    hear();
    void talk();
  }

  /** One conversation at a time; what is tapped meanwhile is sent by the next. */
  function talk(): Promise<void> {
    talking ??= converse().finally(() => {
      talking = undefined;
    });
    return talking;
  }

  async function converse() {
    do {
      const taps = listKeptTaps(meetupId).slice(0, MOST_AT_ONCE);
      const answer = await (taps.length > 0 ? sendTaps(path, replay, meetupId, taps) : askForList(path, tag));
      if (answer.kind === 'list') learn(answer, taps);
      hear(answer);
      if (answer.kind !== 'list') return;
    } while (listKeptTaps(meetupId).length > 0);
  }

  function learn(answer: Answer & { kind: 'list' }, sent: readonly KeptTap[]) {
    ({ parties, tag, clockAhead } = answer);
    dropTaps(meetupId, sent);
  }

  return {
    take,
    talk,
    list: () => withKeptTaps(parties, listKeptTaps(meetupId)),
    waiting: () => listKeptTaps(meetupId).length,
  };
}

/** Works without https too, where there is no `randomUUID`. */
export const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
