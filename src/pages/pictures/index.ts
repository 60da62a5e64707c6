import { actions, isInputError } from 'astro:actions';
import type { APIRoute } from 'astro';

/** What came of `pictures.add` for the editor, as JSON: the picture, or one sentence that says what to do. */
export const POST: APIRoute = ({ getActionResult }) => {
  const result = getActionResult(actions.pictures.add);
  if (result?.data) return Response.json(result.data.shown);
  const { error } = result ?? {};
  const fields: Record<string, string[] | undefined> = error && isInputError(error) ? error.fields : {};
  const sentence = Object.values(fields).flat().find(Boolean) ?? error?.message ?? 'There is no picture in this form.';
  return Response.json({ sentence, fields }, { status: error?.status ?? 400 });
};
