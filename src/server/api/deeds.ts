import { type ActionError, isInputError } from 'astro:actions';
import { apiProblem, type ProblemKind } from './problems.ts';

/** What a program sends, as the form that a person would have filled in. */
export function formOf(fields: Record<string, string | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  return form;
}

const KINDS: Partial<Record<number, ProblemKind>> = {
  401: 'unknown-token',
  403: 'not-allowed',
  404: 'not-there',
  409: 'too-late',
  429: 'too-often',
};

/** What an action refused, in its own sentence. @throws when it broke: that is ours to mend. */
export function problemOf(error: ActionError): Response {
  if (error.status >= 500) throw error;
  if (!isInputError(error)) return apiProblem(KINDS[error.status] ?? 'wrong-question', error.message);
  const errors = error.issues.map(({ path, message }) => ({ name: path.join('.'), detail: message }));
  return apiProblem('wrong-question', 'Mend these fields.', { errors });
}
