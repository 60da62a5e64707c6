import type { FieldChange } from '#db/tables/channels.ts';
import { readAddress } from './channel-address-rules.ts';
import { ACCESS, isOfClosing, REVIEW_DUE } from './channel-history-rules.ts';
import {
  type Access,
  type Channel,
  type ChannelFields,
  type Closing,
  type Closure,
  fieldsOf,
} from './channel-rules.ts';
import { type FieldName, readValue, textOf } from './channel-value-rules.ts';
import type { Platform } from './platform-rules.ts';

/** A channel as it stands now, with all that its history tells of. */
export interface Standing {
  channel: Channel;
  closure: Closure | undefined;
  access: readonly Pick<Access, 'personId' | 'level' | 'until'>[];
}

/** What undoing does to one change. */
export interface Undoing extends FieldChange {
  /** What stands there today. */
  now: string;
  /**
   * 'back': it gets back what it was. 'newer': somebody has changed it again since, and that stays. 'already': it is what
   * it was. 'never': nothing can be put back.
   */
  does: 'back' | 'newer' | 'already' | 'never';
}

/** What undoing an entry of the history does, change by change. */
export const planUndo = (changes: readonly FieldChange[], standing: Standing): Undoing[] =>
  changes.map((change) => {
    const now = standsAt(change, standing);
    return { ...change, now: now ?? '', does: deedOf(change, now) };
  });

/** Tells one plan from another: what it does, and the newest entry of the history that it knows of. */
export const markOfUndo = (plan: readonly Undoing[], newestId: string): string =>
  [newestId, ...plan.map(({ does }) => does)].join(' ');

/** Whether undoing does anything at all. */
export const putsBack = (plan: readonly Undoing[]): boolean => plan.some(({ does }) => does === 'back');

/** What a save says to put back an entry's changes, or why the address cannot be put back. */
export function fieldsBack(plan: readonly Undoing[], { channel }: Standing, platforms: readonly Platform[]) {
  const back = plan.filter(({ does }) => does === 'back');
  const named = back.filter(({ field }) => field in fieldsOf(channel));
  const values = named.map(({ field, from }) => [field, readValue(field as FieldName, from)]);
  const fields: ChannelFields = { ...fieldsOf(channel), ...Object.fromEntries(values) };
  if (!named.some(({ field }) => ['url', 'handle', 'platformKey'].includes(field)))
    return { kind: 'fields', fields } as const;
  const { url, platformKey, handle } = fields;
  const address = readAddress(platforms, { link: url ?? '', platformKey, handle });
  if (address.kind === 'wrong') return { kind: 'no-address', sentence: address.sentence } as const;
  return { kind: 'fields', fields: { ...fields, linkKey: address.linkKey } } as const;
}

/** How the channel ended, after putting back; undefined when nothing is said of it. */
export function closingBack(plan: readonly Undoing[], { closure }: Standing, today: string): Closing | undefined {
  const back = plan.filter(({ field, does }) => does === 'back' && isOfClosing(field));
  const said = Object.fromEntries(back.map(({ field, from }) => [field, from || null])) as Partial<Closing>;
  if (back.length === 0) return undefined;
  const before = closure ?? { closedOn: today, why: 'other', goInsteadId: null, handleFate: 'unknown' };
  return {
    closedOn: said.closedOn ?? before.closedOn,
    why: said.why ?? before.why,
    handleFate: said.handleFate ?? before.handleFate,
    goInsteadId: said.goInsteadId === undefined ? before.goInsteadId : said.goInsteadId,
  };
}

/** The level of access that an entry speaks of, which it says in words: "Ann Lee, editor". Empty for none. */
export const levelIn = (text: string): Access['level'] | '' =>
  text.slice(text.lastIndexOf(' ') + 1) as Access['level'] | '';

function deedOf({ from, to, field, personId }: FieldChange, now: string | undefined): Undoing['does'] {
  if (now === undefined || (field === ACCESS && !personId)) return 'never';
  const isSame = (text: string) => (field === ACCESS ? levelIn(text) === levelIn(now) : text === now);
  if (isSame(to)) return 'back';
  return isSame(from) ? 'already' : 'newer';
}

/** What stands there today, as the history would say it; undefined for what is no part of the record. */
function standsAt({ field, personId, from, to }: FieldChange, { channel, closure, access }: Standing) {
  if (field === ACCESS) {
    const said = from || to;
    const held = access.find((one) => one.personId === personId && one.until === null);
    return held ? `${said.slice(0, said.lastIndexOf(','))}, ${held.level}` : '';
  }
  if (field === REVIEW_DUE) return channel.reviewDueOn ?? '';
  if (isOfClosing(field)) return closure?.[field] ?? '';
  return field in fieldsOf(channel) ? textOf(channel[field as FieldName]) : undefined;
}
