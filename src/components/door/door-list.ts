import type { DoorParty } from '#domain/door/door-facts.ts';
import { BELONGS } from '#domain/door/door-facts.ts';
import type { KeptTap } from './kept-taps.ts';

/** The list of the site with everything on top that was tapped here and not sent yet. */
export function withKeptTaps(parties: readonly DoorParty[], taps: readonly KeptTap[]): DoorParty[] {
  const list = new Map(parties.map((party) => [party.id, party]));
  for (const tap of taps) {
    const party = list.get(tap.partyId) ?? walkInOf(tap);
    if (party) list.set(tap.partyId, { ...party, here: tap.partySize, lastTapId: tap.id, conflict: null });
  }
  return [...list.values()];
}

function walkInOf({ partyId, walkIn }: KeptTap): DoorParty | undefined {
  if (!walkIn) return undefined;
  const marks = [BELONGS[walkIn.circle], walkIn.isFirstTime ? 'first time' : '', 'walked in'].filter(Boolean);
  return {
    ...{ id: partyId, name: walkIn.name, marks, hasNote: false, expected: 1, group: 'walk-in' as const },
    ...{ here: 0, lastTapId: null, conflict: null },
  };
}
