import type { Tables } from '#db/tables.ts';
import { readAddress } from '../channels/channel-address-rules.ts';
import type { Channel, ChannelFields } from '../channels/channel-rules.ts';
import { readValue, textOf } from '../channels/channel-value-rules.ts';
import { readLanguages, sayLanguages } from '../channels/language-rules.ts';
import type { Platform } from '../channels/platform-rules.ts';

export type CorrectionField = Tables['correctionFields']['$inferSelect'];
export type Decision = NonNullable<CorrectionField['decision']>;

/** What anybody can say is wrong, in the order of the form, with the most characters each may have. */
export const CORRECTABLE = {
  name: 120,
  url: 2000,
  handle: 100,
  place: 200,
  objective: 300,
  audience: 200,
  notFor: 200,
  languages: 200,
  unitId: 64,
  teamMailbox: 254,
  monitoredHours: 200,
  responsePromise: 64,
  outOfHours: 200,
  mode: 64,
  accountKind: 64,
} as const satisfies Partial<Record<keyof ChannelFields, number>>;
export type Correctable = keyof typeof CORRECTABLE;
export const CORRECTABLE_FIELDS = Object.keys(CORRECTABLE) as Correctable[];

/** What fits no field, in words. */
export const WORDS = 'words';

/** How a field stands in a form: languages by their names, everything else as the history keeps it. */
export const typedOf = (channel: Pick<Channel, Correctable>, field: Correctable): string =>
  field === 'languages' ? sayLanguages(channel.languages) : textOf(channel[field]);

/** What a typed value would change; or, in a sentence, why it cannot be taken. */
export function readCorrection(
  platforms: readonly Platform[],
  field: Correctable,
  typed: string,
): { fields: Partial<ChannelFields> } | { sentence: string } {
  if (field === 'languages') {
    const { codes, unknown } = readLanguages(typed);
    return unknown[0]
      ? { sentence: `We do not know the language “${unknown[0]}”. Write its English name` }
      : { fields: { languages: codes } };
  }
  if (field !== 'url') return { fields: { [field]: readValue(field, typed) } };
  const address = readAddress(platforms, { link: typed, platformKey: '', handle: '' });
  if (address.kind === 'wrong') return { sentence: address.sentence };
  const { platformKey, url, handle, linkKey } = address;
  return { fields: { platformKey, url, handle, linkKey } };
}
