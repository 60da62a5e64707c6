import { type ActionClient, isInputError } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { z } from 'astro/zod';
import type { FormState } from '#components/form.ts';
import { isUnprocessable } from './wrong-fields.ts';

const MOST_CELLS = 60;

// biome-ignore lint/suspicious/noExplicitAny: any action will do
type AnyAction = ActionClient<any, 'form', z.ZodType>;

/**
 * What a form shows after it was sent and something was wrong: what the person typed, and what to mend.
 *
 * @param actions every action that a button of the form leads to.
 */
export async function readForm(
  page: Pick<AstroGlobal, 'getActionResult' | 'request' | 'response'>,
  ...actions: AnyAction[]
): Promise<FormState> {
  const result = actions.map((action) => page.getActionResult(action)).find((sent) => sent !== undefined);
  const error = result?.error;
  const typed = result ? await page.request.formData() : undefined;
  const fields: Record<string, string[] | undefined> = error && isInputError(error) ? error.fields : {};
  if (error && isInputError(error) && error.issues.some(isUnprocessable)) page.response.status = 422;
  const problems = Object.entries(fields).flatMap(([name, sentences]) =>
    sentences?.[0] ? [{ name, sentence: sentences[0] }] : [],
  );
  const texts = (name: string) => typed?.getAll(name).filter((value) => typeof value === 'string');
  return {
    posted: result !== undefined,
    problems,
    refusal: error && !isInputError(error) ? error.message : undefined,
    problem: (name) => problems.find((problem) => problem.name === name)?.sentence,
    value: (name, fallback = '') => (typed ? (texts(name)?.[0] ?? '') : fallback),
    values: (name, fallback = []) => texts(name) ?? fallback,
  };
}

/** The words in a form whose page is out of reach, to be copied. Keys, ids, tokens, numbers and days have no blank in them. */
export const wordsOf = (form: FormData): { name: string; words: string }[] =>
  [...form].flatMap(([name, value]) =>
    typeof value === 'string' && /\s|@|:\/\//.test(value.trim()) && !/before$/i.test(name)
      ? [{ name, words: value }]
      : [],
  );

/** What a form shows that was sent as an address, since looking at a plan changes nothing. */
export const addressState = (
  address: URLSearchParams,
  wrong: Record<string, string>,
  refusal?: string | undefined,
): FormState => ({
  posted: true,
  problems: Object.entries(wrong).map(([name, sentence]) => ({ name, sentence })),
  refusal,
  problem: (name) => wrong[name],
  value: (name) => address.get(name) ?? '',
  values: (name) => address.getAll(name).slice(0, MOST_CELLS),
});

/** The rhythm that stands in an address, as typed, and what its form shows: looking at a plan changes nothing, so it is a GET. */
export function readSearch({ searchParams }: URL) {
  const all = (name: string) => searchParams.getAll(name).slice(0, MOST_CELLS);
  const one = (name: string) => searchParams.get(name) ?? '';
  return {
    rhythm: {
      ...{ which: all('which'), weekday: all('weekday'), months: all('months'), keptRules: all('keptRules') },
      ...{ exceptDays: all('exceptDays'), extraDays: all('extraDays'), firstDay: one('firstDay') },
      ...{ startTime: one('startTime'), endTime: one('endTime'), zone: one('zone') },
    },
    stateWith: (wrong: Record<string, string>, refusal: string | undefined) =>
      addressState(searchParams, wrong, refusal),
  };
}
