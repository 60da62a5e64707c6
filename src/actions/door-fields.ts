import { z } from 'astro/zod';
import { MOST_AT_DOOR } from '#domain/door/door-rules.ts';
import { CIRCLE_WORDS } from '#domain/meetups/meetup-people-rules.ts';
import { CIRCLES, type Circle } from '#domain/people/viewer.ts';
import { choice, optionalLine, wholeNumber } from './fields.ts';

const OLD = 'Open the door page again: this one is an old one';
const MOST_KEPT_TAPS = 500;

/** A key that was made where it was tapped, or a record's. */
export const key = z
  .string({ error: OLD })
  .max(100, OLD)
  .regex(/^[\w:.-]+$/, OLD);

export const optionalKey = z
  .union([z.literal('').transform(() => null), key])
  .nullish()
  .transform((value) => value ?? null);

export const heads = wholeNumber(0, MOST_AT_DOOR, `Enter how many came, at most ${MOST_AT_DOOR}`);

export const belongs = choice(CIRCLES, 'Choose where they belong');

export const nameAtDoor = optionalLine(80);

/** A name is optional at the door: "a resident". */
export const nameOr = (name: string, circle: Circle) => name || CIRCLE_WORDS[circle];

/** What a phone sends that kept taps while it had no wifi. */
const keptTap = z.object({
  id: key,
  partyId: key,
  partySize: heads,
  afterId: optionalKey,
  tappedAt: z
    .number()
    .int()
    .min(0)
    .max(8.64e15)
    .transform((ms) => new Date(ms)),
  walkIn: z.object({ name: nameAtDoor, circle: belongs, isFirstTime: z.boolean() }).nullish(),
});

export const keptTaps = z
  .string({ error: OLD })
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue(OLD);
      return z.NEVER;
    }
  })
  .pipe(z.array(keptTap, OLD).min(1, OLD).max(MOST_KEPT_TAPS, OLD));
