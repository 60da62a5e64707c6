import { z } from 'astro/zod';
import { REVIEW_STATES, STATUSES } from '#domain/channels/channel-rules.ts';
import { type CellKind, COLUMNS, type Column } from '#domain/channels/column-rules.ts';
import type { VerifyAnswer } from '#domain/channels/verify-answer-rules.ts';

/** What the interface takes and gives, written once: the endpoints read with it, the OpenAPI document is made from it. */

export const address = z.url();
const day = z.iso.date();

export const PARTS = { least: 1, usual: 50, most: 200 } as const;

export const part = {
  limit: z.coerce
    .number()
    .int()
    .min(PARTS.least)
    .max(PARTS.most)
    .default(PARTS.usual)
    .describe('How many at most in this part'),
  cursor: z.string().max(200).optional().describe('Where this part begins: from `next` of the part before'),
};

export const channelQuery = z.strictObject({
  q: z.string().max(200).optional().describe('Words that it holds'),
  unit: z.string().max(200).optional().describe('The slug of a unit: its channels and those of the units under it'),
  platform: z.string().max(64).optional().describe('A platform’s key, such as `x`'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .describe('An ISO 639 code'),
  status: z.enum(STATUSES).optional().describe('How it stands'),
  review: z.enum(REVIEW_STATES).optional().describe('How its review stands; live channels only'),
  lacks: z
    .array(z.enum(['owner', 'deputy']))
    .optional()
    .describe('Who is missing; live channels only'),
  ...part,
});

export const unitQuery = z.strictObject(part);
export const verifyQuery = z.strictObject({
  link: z.string().trim().min(1).max(2000).describe('A link, mail address, number or name, as you found it'),
});
export const nothingAsked = z.strictObject({});

export const reviewBody = z.strictObject({
  notes: z.string().max(500).optional().describe('Anything others should know; staff see it in its history'),
});

/** A channel has the columns of the register’s file; those that are not for everyone are there for those they are for. */
export const channelShape = z.strictObject({
  page: address.describe('Its page in the directory'),
  ...Object.fromEntries(
    Object.entries<Column>(COLUMNS)
      .filter(([, { seenBy }]) => seenBy !== 'keepers')
      .map(([name, { cell, seenBy, about }]) => {
        const shape = shapeOf(cell, name).describe(seenBy === 'staff' ? `${about} (staff only)` : about);
        return [name, seenBy === 'staff' ? shape.optional() : shape];
      }),
  ),
  owner: z.string().nullable().describe('The name of its owner, if you may see it'),
  deputy: z.string().nullable().describe('The name of its deputy, if you may see it'),
});

export const unitShape = z.strictObject({
  page: address.describe('Its page in the directory'),
  slug: z.string(),
  name: z.string(),
  parent: z.string().nullable().describe('The slug of the unit it belongs to'),
  description: z.string(),
  mailbox: z.string().nullable(),
  phone: z.string().nullable(),
});

export const next = address.nullable().describe('The address of the next part; null after the last');
export const channelsShape = z.strictObject({ channels: z.array(channelShape), next });
export const unitsShape = z.strictObject({ units: z.array(unitShape), next });

export const verifyShape: z.ZodType<VerifyAnswer> = z.strictObject({
  link: z.string().describe('What was asked'),
  verdict: z.enum(['ours', 'retired', 'not-ours', 'unknown']),
  sentence: z.string().describe('The answer and what to do next, for people'),
  channels: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      platform: z.string(),
      status: z.enum(['open', 'paused', 'no-access', 'closing', 'closed']),
      link: z.string().nullable().describe('Null for a closed channel: its address may be somebody else’s by now'),
      page: address,
      lastCheckedOn: day.nullable(),
      closedOn: day.nullable(),
      goInstead: z.strictObject({ name: z.string(), page: address }).nullable(),
    }),
  ),
});

export const problemShape = z.strictObject({
  type: z.string().describe('What kind of problem: a place on the page about this interface'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What to do, for whoever wrote the program'),
  errors: z
    .array(z.strictObject({ name: z.string(), detail: z.string() }))
    .optional()
    .describe('The parameters or fields that are wrong'),
});

function shapeOf(cell: CellKind, name: string): z.ZodType {
  if (name === 'emergencyUse') return z.boolean();
  if (cell.kind === 'code') return z.enum(cell.mayBeEmpty ? ['', ...cell.codes] : [...cell.codes]).nullable();
  if (cell.kind === 'list') return z.array(cell.codes ? z.enum([...cell.codes]) : z.string());
  if (cell.kind === 'flag') return z.boolean().nullable();
  if (cell.kind === 'number') return z.int().nullable();
  return cell.kind === 'day' ? day.nullable() : z.string().nullable();
}

/** A row of the register or of the units, with its page. */
export const channelOf = (row: Record<string, unknown>, siteUrl: string) => ({
  page: `${siteUrl}/channels/${row['slug']}`,
  ...row,
});
export const unitOf = (row: Omit<z.output<typeof unitShape>, 'page'>, siteUrl: string): z.output<typeof unitShape> => ({
  page: `${siteUrl}/units/${row.slug}`,
  ...row,
});
