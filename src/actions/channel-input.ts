import { z } from 'astro/zod';
import { readAddress } from '#domain/channels/channel-address-rules.ts';
import { type ChannelFields, STATUSES } from '#domain/channels/channel-rules.ts';
import {
  ACCOUNT_KIND_WORDS,
  MODE_WORDS,
  OBJECTIVE_KIND_WORDS,
  POSTER_WORDS,
  PROMISE_WORDS,
  SIGN_IN_WORDS,
  TWO_STEP_WORDS,
} from '#domain/channels/channel-words.ts';
import { columnsAhead } from '#domain/channels/column-rules.ts';
import { readLanguages } from '#domain/channels/language-rules.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { CIRCLES, type Viewer } from '#domain/people/viewer.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, optionalLine, optionalNumber, optionalText, tick } from './fields.ts';
import { memberLine, readMembers } from './member-fields.ts';

/** One of the codes that have words. */
const coded = <Code extends string>(words: Record<Code, string>, missing: string) =>
  choice(Object.keys(words) as [Code, ...Code[]], missing);

const optionalCode = (words: Record<string, string>) =>
  z
    .string()
    .nullish()
    .transform((text) => (text && text in words ? text : ''));

/** A day as a date field sends it, or nothing. */
const optionalDay = z
  .union([z.literal('').transform(() => null), z.iso.date('Enter a date')])
  .nullish()
  .transform((day) => day ?? null);

/** Yes, no or not known. */
const flag = z
  .string()
  .nullish()
  .transform((text) => (text === 'yes' ? true : text === 'no' ? false : null));

/** The long form of a channel. */
export const channelInput = {
  link: optionalLine(2000),
  platformKey: optionalLine(64),
  handle: optionalLine(100),
  name: line(120, 'Enter the name people know it by'),
  place: optionalLine(200),
  languages: line(200, 'Enter at least one language, like English'),
  accountKind: coded(ACCOUNT_KIND_WORDS, 'Choose who speaks there'),
  mode: coded(MODE_WORDS, 'Choose whether people can reply'),
  whoPosts: z.array(coded(POSTER_WORDS, 'Choose from the list')),
  objective: line(300, 'Enter what it is for'),
  objectiveKind: optionalCode(OBJECTIVE_KIND_WORDS),
  audience: line(200, 'Enter whom it is for'),
  unitId: line(64, 'Choose the unit it belongs to'),
  ownerId: memberLine,
  deputyId: memberLine,
  teamMailbox: optionalLine(254),
  monitoredHours: optionalLine(200),
  responsePromise: coded(PROMISE_WORDS, 'Choose how soon people get an answer'),
  outOfHours: optionalLine(200),
  outOfHoursPhone: optionalLine(40),
  notFor: optionalLine(200),
  emergencyUse: tick,
  emergencyOrder: optionalNumber(1, 99, 'Enter a number from 1 to 99, or leave it empty'),
  postsWithinMinutes: optionalNumber(1, 1440, 'Enter minutes from 1 to 1440, or leave it empty'),
  signInKeptIn: coded(SIGN_IN_WORDS, 'Choose where the sign-in is kept'),
  signInPlace: optionalLine(100),
  contactsKeptIn: optionalLine(120),
  centralTeamHasAccess: flag,
  centralAccessCheckedOn: optionalDay,
  recoveryIsShared: flag,
  twoStepSignIn: coded(TWO_STEP_WORDS, 'Choose whether two-step sign-in is on'),
  twoStepCheckedOn: optionalDay,
  platformId: optionalLine(64),
  measure: optionalLine(300),
  latestResult: optionalLine(300),
  latestResultOn: optionalDay,
  openedOn: optionalDay,
  tags: optionalLine(200),
  notes: optionalText(2000),
  status: choice(STATUSES, 'Choose how it stands'),
  circle: choice(CIRCLES, 'Choose who can see it'),
  isChecked: tick,
};

const channelForm = z.object(channelInput);
type Typed = z.output<typeof channelForm>;

/**
 * What was typed as the fields of a channel.
 *
 * @param today 'YYYY-MM-DD'.
 * @throws wrong fields that only the register can find.
 */
export async function readChannelFields(
  site: Pick<Site, 'read'>,
  keeper: Viewer,
  typed: Typed,
  today: string,
  before?: Pick<ChannelFields, 'ownerId' | 'deputyId'>,
): Promise<{ fields: ChannelFields; warning: boolean }> {
  const { ownerId, deputyId } = typed;
  const keptIds = [before?.ownerId, before?.deputyId].flatMap((id) => id ?? []);
  const [platforms, people] = await Promise.all([
    listPlatforms(site.read),
    readMembers(site, keeper, { ownerId, deputyId }, keptIds),
  ]);
  const { link, platformKey, handle, languages, tags, isChecked: _, ...others } = typed;
  const rest = { ...others, ...people.ids };
  const address = readAddress(platforms, { link, platformKey, handle });
  const spoken = readLanguages(languages);
  const [unknown] = spoken.unknown;
  const problems = {
    ...people.problems,
    ...Object.fromEntries(columnsAhead(typed, today).map((name) => [name, 'Enter a day that is not ahead'])),
    ...(address.kind === 'wrong' && { [address.field]: address.sentence }),
    ...(unknown && { languages: `We do not know the language “${unknown}”. Write its English name` }),
    ...(rest.ownerId && rest.ownerId === rest.deputyId && { deputyId: OWNER_IS_DEPUTY }),
  };
  if (address.kind === 'wrong' || Object.keys(problems).length > 0) throw wrongFields(problems);
  const { kind: _kind, warning, ...where } = address;
  const words = tags.split(',').map((tag) => tag.trim().toLowerCase());
  const fields = { ...rest, ...where, languages: spoken.codes, tags: [...new Set(words.filter(Boolean))] };
  return { fields, warning: warning !== undefined };
}

export const OWNER_IS_DEPUTY = 'Choose somebody else: the deputy stands in when the owner is away';
