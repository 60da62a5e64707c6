/** What a form shows back after it was sent: the typed values, and what is wrong with them. */
export interface FormState {
  /** What was typed into one field; `fallback` (the value before anything was typed) when nothing was posted. */
  value(name: string, fallback?: string): string;
  /** The same for fields that can be ticked or repeated; after a post without any tick it is empty. */
  values(name: string, fallback?: readonly string[]): readonly string[];
  /** One sentence that says what to do about this field. */
  problem(name: string): string | undefined;
  problems: { name: string; sentence: string }[];
  /** Why the whole form was refused though every field is fine: full, closed, not yours. */
  refusal: string | undefined;
  posted: boolean;
}

/** For forms sent by GET (search, filters), which never have problems. */
export const EMPTY_FORM: FormState = {
  value: (_name, fallback = '') => fallback,
  values: (_name, fallback = []) => fallback,
  problem: () => undefined,
  problems: [],
  refusal: undefined,
  posted: false,
};

/** One thing to choose in a select, in radios or in checkboxes. */
export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}
