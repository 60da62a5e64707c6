import type { DoorParty } from '#domain/door/door-facts.ts';
import type { Circle } from '#domain/people/viewer.ts';

/** A tap as a phone keeps it until the site has it. */
export interface KeptTap {
  id: string;
  partyId: string;
  partySize: number;
  afterId: string | null;
  /** Milliseconds, by the clock of the site as far as this phone knows it. */
  tappedAt: number;
  walkIn?: { name: string; circle: Circle; isFirstTime: boolean };
}

const TAP = 'door-tap ';
const LIST = 'door-list ';

/** Each tap has an entry of its own, so that two windows never write over each other. */
export const keepTap = (meetupId: string, tap: KeptTap) =>
  localStorage.setItem(`${TAP}${meetupId} ${tap.id}`, JSON.stringify(tap));

/** What the site does not have yet, in the order in which it was tapped. */
export const listKeptTaps = (meetupId: string): KeptTap[] =>
  keysOf(`${TAP}${meetupId} `)
    .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as KeptTap)
    .filter(Boolean)
    .sort((one, other) => one.tappedAt - other.tappedAt || (one.id < other.id ? -1 : 1));

export function dropTaps(meetupId: string, taps: readonly KeptTap[]) {
  for (const { id } of taps) localStorage.removeItem(`${TAP}${meetupId} ${id}`);
}

/** The list as the site said it last, to be kept until the door closes. */
export const keepList = (meetupId: string, until: number, parties: readonly DoorParty[]) =>
  localStorage.setItem(LIST + meetupId, JSON.stringify({ until, parties }));

export function readList(meetupId: string): DoorParty[] {
  for (const key of keysOf(LIST)) if (listAt(key).until < Date.now()) localStorage.removeItem(key);
  return listAt(LIST + meetupId).parties;
}

/** Names go; taps that were not sent stay, since they are nowhere else. */
export function forgetLists() {
  for (const key of keysOf(LIST)) localStorage.removeItem(key);
}

const listAt = (key: string): { until: number; parties: DoorParty[] } =>
  JSON.parse(localStorage.getItem(key) ?? '{"until":0,"parties":[]}');

const keysOf = (start: string) => Object.keys(localStorage).filter((key) => key.startsWith(start));
