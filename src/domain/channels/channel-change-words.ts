import type { FieldChange } from '#db/tables/channels.ts';
import { sayDate } from '../time/date-words.ts';
import {
  ACCOUNT_KIND_WORDS,
  CLOSE_REASON_WORDS,
  FIELD_WORDS,
  HANDLE_FATE_WORDS,
  MODE_WORDS,
  OBJECTIVE_KIND_WORDS,
  POSTER_WORDS,
  PROMISE_WORDS,
  SIGN_IN_WORDS,
  STATUS_WORDS,
  TWO_STEP_WORDS,
} from './channel-words.ts';

/** The words for the codes of a field; what is no code stands for itself. */
const VALUE_WORDS: Record<string, Record<string, string>> = {
  accountKind: ACCOUNT_KIND_WORDS,
  mode: MODE_WORDS,
  whoPosts: POSTER_WORDS,
  objectiveKind: OBJECTIVE_KIND_WORDS,
  responsePromise: PROMISE_WORDS,
  signInKeptIn: SIGN_IN_WORDS,
  twoStepSignIn: TWO_STEP_WORDS,
  status: STATUS_WORDS,
  why: CLOSE_REASON_WORDS,
  handleFate: HANDLE_FATE_WORDS,
  circle: { public: 'Everyone', partner: 'Partners and staff', staff: 'Staff' },
};

const FLAG_WORDS: Record<string, string> = { true: 'Yes', false: 'No' };

/** What a field is called. */
export const sayField = (field: string): string => FIELD_WORDS[field] ?? field;

/** A value of the history in words; `nothing` for none. */
export function sayValue(field: string, text: string, nothing = ''): string {
  if (text === '') return nothing;
  if (field.endsWith('On')) return sayDate(text);
  const words = { ...VALUE_WORDS[field], ...FLAG_WORDS };
  const parts = field === 'whoPosts' ? text.split(', ') : [text];
  return parts.map((part) => words[part] ?? part).join(', ');
}

/** One change in a line: "Owner: Ann Lee (before: Ben Okafor)". */
export function sayChange({ field, from, to }: FieldChange): string {
  if (field === 'added') return 'Added to the register';
  const [before, after] = [sayValue(field, from), sayValue(field, to)];
  if (!before) return `${sayField(field)}: ${after}`;
  return after ? `${sayField(field)}: ${after} (before: ${before})` : `${sayField(field)}: removed (before: ${before})`;
}
