import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import type { Saved } from '#domain/meetups/placing-commands.ts';
import { MOST_IN_PARTY, type Refusal } from '#domain/meetups/rsvp-rules.ts';
import { sayRefusal } from '#domain/meetups/rsvp-words.ts';
import { refusal } from '#server/guards.ts';
import { stationeryOf } from '#server/stationery.ts';
import { optionalLine, optionalText, wholeNumber } from './fields.ts';

const GONE = 'This meetup is not here any more. Look at the list of meetups.';

export const recordId = z.string({ error: GONE }).max(64, GONE);
export const token = z.string({ error: GONE }).max(100, GONE);

/** What every RSVP form asks: how many, and what would help. */
export const party = {
  partySize: wholeNumber(1, MOST_IN_PARTY, `Choose how many you are, from 1 to ${MOST_IN_PARTY}`),
  accessNeeds: optionalText(300),
  dietaryNeeds: optionalText(300),
  childNeeds: optionalText(300),
  partyNames: optionalLine(300),
};

export const stationeryFor = ({ locals: { site } }: ActionAPIContext) =>
  stationeryOf({ siteName: site.name, siteUrl: site.url, phone: site.phone, zone: site.zone });

/** Turns what is refused into its sentence. */
export function refuseOutcome<Outcome extends { kind: string }>(
  outcome: Outcome | Refusal | { kind: 'no-such-meetup' },
): Exclude<Outcome, Refusal | { kind: 'no-such-meetup' }> {
  if (outcome.kind === 'no-such-meetup') throw refusal('NOT_FOUND', GONE);
  if (isRefusal(outcome)) throw refusal('CONFLICT', sayRefusal(outcome));
  return outcome as Exclude<Outcome, Refusal | { kind: 'no-such-meetup' }>;
}

const isRefusal = (outcome: { kind: string }): outcome is Refusal =>
  ['closed', 'too-large', 'no-room'].includes(outcome.kind);

/** What the next page says. */
export const rsvpNotice = ({ rsvp }: Saved) => (rsvp.status === 'going' ? 'rsvp-going' : 'rsvp-waiting');
