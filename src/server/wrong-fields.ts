import { ActionError } from 'astro:actions';

/** Field by field, one sentence that says what to do. */
export type Problems = Record<string, string>;

/** Fields that only the domain could find wrong: same page, 400, each sentence beside its field. Throw it. */
export const wrongFields = (problems: Problems) => inputError(problems, {});

/** Fields in the right form that are too much for us: the same with 422. Throw it. */
export const unprocessableFields = (problems: Problems) => inputError(problems, { unprocessable: true });

/** Astro answers 400 to any wrong field: the mark travels in the issue to `readForm`, which sets the status. */
export const isUnprocessable = (issue: object): boolean =>
  'params' in issue && (issue.params as { unprocessable?: boolean } | undefined)?.unprocessable === true;

/** Astro keeps its class for input errors to itself, but knows one by its type once it has been sent. */
function inputError(problems: Problems, params: object) {
  const issues = Object.entries(problems).map(([field, message]) => ({
    code: 'custom',
    path: [field],
    message,
    params,
  }));
  const error = new ActionError({ code: 'BAD_REQUEST', message: 'Something in the form is wrong.' });
  return Object.assign(error, { type: 'AstroActionInputError', issues });
}
