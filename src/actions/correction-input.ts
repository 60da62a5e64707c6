import { z } from 'astro/zod';
import type { SeenChannel } from '#domain/channels/channel-shapes.ts';
import { ACCOUNT_KIND_WORDS, MODE_WORDS, PROMISE_WORDS } from '#domain/channels/channel-words.ts';
import type { Platform } from '#domain/channels/platform-rules.ts';
import {
  CORRECTABLE,
  CORRECTABLE_FIELDS,
  type Correctable,
  type Decision,
  readCorrection,
  typedOf,
  WORDS,
} from '#domain/corrections/correction-rules.ts';
import { type Problems, wrongFields } from '#server/wrong-fields.ts';
import { choice, line, madeId, optionalEmail, optionalLine, optionalText } from './fields.ts';

const GONE = 'This channel is not there any more. Somebody may have closed it meanwhile.';
const MOST_WORDS = 1000;

const fields = Object.fromEntries(
  CORRECTABLE_FIELDS.map((field) => [field, optionalLine(CORRECTABLE[field])]),
) as Record<Correctable, ReturnType<typeof optionalLine>>;

/** What anybody says is wrong. `trap` is a field that only a machine fills in. */
export const correctionInput = z.object({
  ...fields,
  slug: line(100, GONE),
  id: madeId,
  words: optionalText(MOST_WORDS),
  answerTo: optionalEmail,
  trap: optionalLine(MOST_WORDS),
});

type Typed = Record<Correctable | typeof WORDS, string>;

/** What differs from the record, as rows of a correction. @throws wrong fields: what cannot be, or that nothing was said. */
export function readItems(
  channel: SeenChannel,
  typed: Typed,
  known: { platforms: readonly Platform[]; units: readonly { id: string }[] },
) {
  const codes: Partial<Record<Correctable, readonly string[]>> = {
    mode: Object.keys(MODE_WORDS),
    accountKind: Object.keys(ACCOUNT_KIND_WORDS),
    responsePromise: Object.keys(PROMISE_WORDS),
    unitId: known.units.map(({ id }) => id),
  };
  const changed = CORRECTABLE_FIELDS.filter((field) => typed[field] && typed[field] !== typedOf(channel, field));
  const problems: Problems = {};
  for (const field of changed) {
    const read = readCorrection(known.platforms, field, typed[field]);
    if (codes[field] && !codes[field].includes(typed[field])) problems[field] = 'Choose from the list';
    else if ('sentence' in read) problems[field] = read.sentence;
  }
  if (changed.length === 0 && !typed.words) problems[WORDS] = 'Say what is wrong, here or beside a line above';
  if (Object.keys(problems).length > 0) throw wrongFields(problems);
  const items = changed.map((field) => ({ field: String(field), was: typedOf(channel, field), should: typed[field] }));
  return typed.words ? [...items, { field: WORDS, was: '', should: typed.words }] : items;
}

const ALL = [...CORRECTABLE_FIELDS, WORDS];
const decision = choice(['accepted', 'refused', 'later'], 'Choose what becomes of it').nullish();

/** What is decided about each part: `decision_name`, with `reason_name` where it is left as it is. */
export const decisionInput = z.object({
  id: madeId,
  all: optionalLine(10),
  ...(Object.fromEntries(ALL.map((field) => [`decision_${field}`, decision])) as Record<
    `decision_${string}`,
    typeof decision
  >),
  ...(Object.fromEntries(ALL.map((field) => [`reason_${field}`, optionalLine(300)])) as Record<
    `reason_${string}`,
    ReturnType<typeof optionalLine>
  >),
});

/** The parts that are decided now. @throws wrong fields: a refusal without a reason, or nothing at all. */
export function readDecisions(typed: Record<string, string | null | undefined>) {
  const decided = ALL.flatMap((field) => {
    const decision = typed[`decision_${field}`];
    const reason = typed[`reason_${field}`] ?? '';
    return decision === 'accepted' || decision === 'refused' ? [{ field, decision: decision as Decision, reason }] : [];
  });
  const bare = decided.filter(({ decision, reason }) => decision === 'refused' && reason === '');
  const wanted = bare.map(({ field }) => [`reason_${field}`, 'Say why, in a sentence: they are told']);
  if (wanted.length > 0) throw wrongFields(Object.fromEntries(wanted));
  if (decided.length === 0) throw wrongFields({ all: 'Decide about at least one of them' });
  return new Map(decided.map(({ field, ...rest }) => [field, rest]));
}
