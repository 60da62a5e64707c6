import type { DoorParty } from '#domain/door/door-facts.ts';
import { isNamedLike } from '#domain/door/door-rules.ts';
import { sayCame } from '#domain/door/door-words.ts';

/** Shows the parties in the rows that `DoorParty.astro` wrote, and makes rows for those that came since. */
export function showParties(door: HTMLElement, parties: readonly DoorParty[]) {
  for (const party of parties) fill(rowOf(door, party), party);
}

/** Hides the rows of whoever is not called like that. */
export function showNamedLike(door: HTMLElement, typed: string) {
  const rows = [...door.querySelectorAll<HTMLElement>('[data-party]')];
  for (const row of rows) row.hidden = !isNamedLike(row.querySelector('.party-name')?.textContent ?? '', typed);
  const nobody = door.querySelector<HTMLElement>('.door-nobody');
  if (nobody) nobody.hidden = typed === '' || rows.some(({ hidden }) => !hidden);
  const others = door.querySelector('details.door-others');
  if (others && typed) others.setAttribute('open', '');
}

function rowOf(door: HTMLElement, party: DoorParty): HTMLElement {
  const known = door.querySelector<HTMLElement>(`[data-party="${CSS.escape(party.id)}"]`);
  if (known) return known;
  const row = door.querySelector('template')?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  row.dataset['party'] = party.id;
  row.id = `party-${party.id}`;
  for (const name of row.querySelectorAll('.party-name')) name.textContent = party.name;
  for (const link of row.querySelectorAll('a')) link.href += party.id;
  const list = door.querySelector<HTMLElement>(party.group === 'other' ? '#door-others' : '#door-listed');
  list?.prepend(row);
  list?.closest('details')?.removeAttribute('hidden');
  return row;
}

function fill(row: HTMLElement, { id, marks, hasNote, expected, here, lastTapId, conflict }: DoorParty) {
  row.dataset['here'] = String(here > 0);
  row.dataset['unsure'] = String(conflict !== null);
  const set = (part: string, words: string | undefined, isShown: boolean) => {
    const element = row.querySelector<HTMLElement>(part);
    if (!element) return;
    element.hidden = !isShown;
    if (words !== undefined && element.textContent !== words) element.textContent = words;
  };
  const press = (part: string, size: number) => row.querySelector(part)?.setAttribute('value', String(size));
  const asExpected = Math.max(1, expected);
  set('.party-came', undefined, here === 0);
  set('.party-here', undefined, here > 0);
  set('.party-expected', String(asExpected), true);
  set('.party-number', String(here), true);
  set('.party-marks', marks.join(', '), marks.length > 0);
  set('.party-note', undefined, hasNote);
  set('.party-conflict', undefined, conflict !== null);
  set('.party-words', conflict?.words ?? '', true);
  set('.party-other', sayCame(conflict?.other ?? 0), true);
  set('.party-last', sayCame(here), true);
  press('.party-came', asExpected);
  press('.party-fewer', Math.max(0, here - 1));
  press('.party-more', here + 1);
  press('.party-other', conflict?.other ?? 0);
  press('.party-last', here);
  row.querySelector('[name=partyId]')?.setAttribute('value', id);
  row.querySelector('[name=afterId]')?.setAttribute('value', lastTapId ?? '');
}
