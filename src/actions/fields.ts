import { z } from 'astro/zod';
import { tidyLine, tidyText } from '#domain/text/typed-text-rules.ts';

/** One line that must be there. */
export const line = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .transform(tidyLine)
    .pipe(z.string().min(1, missing).max(most, `Shorten this to ${most} characters or fewer`));

/** One line that may be left empty. */
export const optionalLine = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLine(text ?? ''))
    .pipe(z.string().max(most, `Shorten this to ${most} characters or fewer`));

/** Several lines that must be there. */
export const longText = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .transform(tidyText)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters or fewer`),
    );

/** Several lines that may be left empty. */
export const optionalText = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyText(text ?? ''))
    .pipe(z.string().max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters or fewer`));

/** A mail address, in lower case. */
export const emailAddress = z
  .string({ error: 'Enter a mail address, like name@example.org' })
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .email('Enter a mail address in the right form, like name@example.org')
      .max(254, 'Enter a mail address of 254 characters or fewer'),
  );

/** A mail address that may be left empty: then null. */
export const optionalEmail = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(emailAddress.nullable());

/** The address of a page on the web that may be left empty: then null. */
export const optionalWebAddress = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(
    z
      .url({ protocol: /^https?$/, error: 'Enter a whole address, such as https://www.example.org/page' })
      .max(2000, 'This address is too long')
      .nullable(),
  );

/** One of a few values. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values, missing: string) =>
  z.enum(values, { error: missing });

/** A whole number. */
export const wholeNumber = (least: number, most: number, wrong: string) =>
  z.coerce.number({ error: wrong }).int(wrong).min(least, wrong).max(most, wrong);

/** A whole number that has to be typed, 0 too: a blank field is no 0. */
export const countedNumber = (least: number, most: number, wrong: string) =>
  z
    .string({ error: wrong })
    .trim()
    .min(1, wrong)
    .transform((text): unknown => text)
    .pipe(wholeNumber(least, most, wrong));

/** A whole number, or nothing: a blank field arrives as null. */
export const optionalNumber = (least: number, most: number, wrong: string) =>
  z
    .union([z.literal('').transform(() => null), wholeNumber(least, most, wrong)], { error: wrong })
    .nullish()
    .transform((value) => value ?? null);

export const LOST = 'This form has lost its place. Copy your text, open the page again and paste it in';

/** When what somebody decides about was changed last, in milliseconds as they read it; 0, which arrives as null, for never. */
export const changeRead = wholeNumber(0, 8.64e15, LOST).transform((ms) => (ms === 0 ? null : new Date(ms)));

/** The key of a record that its form made, so that sending it twice saves it once. */
export const madeId = z.string({ error: LOST }).regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, LOST);

/** A record's key chosen from a list, or nothing. */
export const optionalId = z
  .string()
  .max(64, 'Choose one from the list')
  .nullish()
  .transform((text) => text || null);

/** A tick box. */
export const tick = z
  .string()
  .nullish()
  .transform((text) => text === 'true');
