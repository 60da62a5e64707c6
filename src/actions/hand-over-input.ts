import { z } from 'astro/zod';
import type { HandOverStarted } from '#domain/handovers/hand-over-commands.ts';
import { MOST_AT_ONCE } from '#domain/handovers/hand-over-rules.ts';
import { refusal } from '#server/guards.ts';
import { tick } from './fields.ts';

const key = z.string().max(80);

/** What is ticked in a `ChoiceByUnit`. */
export const chosen = {
  everything: tick,
  units: z.array(key).max(MOST_AT_ONCE).default([]),
  ids: z.array(key).max(MOST_AT_ONCE).default([]),
};

/** The keys of what was chosen. @throws a refusal when nothing was. */
export function requireSome(rows: readonly { id: string }[]): string[] {
  if (rows.length === 0)
    throw refusal('CONFLICT', 'Choose at least one. If the list looks shorter than before, somebody was quicker.');
  return rows.map(({ id }) => id);
}

/** Why nobody was asked, in a sentence. */
export function refuseStart(kind: Exclude<HandOverStarted['kind'], 'started'>) {
  switch (kind) {
    case 'no-such-channel':
      return refusal('NOT_FOUND', 'This channel is closed or gone, so there is nothing to hand over.');
    case 'no-such-person':
      return refusal('CONFLICT', 'Choose somebody who works here or at a partner and has not left.');
    case 'has-it-already':
      return refusal('CONFLICT', 'They have this role already. Choose somebody else.');
    case 'under-way':
      return refusal('CONFLICT', 'Somebody is being asked already. Call that hand-over off first.');
    case 'owner-is-deputy':
      return refusal('CONFLICT', 'They are being asked for the other role of this channel. Nobody can be both.');
  }
}
