import { apiJson, apiProblem } from './problems.ts';

/**
 * Where a part begins, as an opaque text. It names the last record of the part before and not a number of records, so
 * that nothing is left out or said twice when records come and go meanwhile.
 */
export const writeCursor = (lastId: string): string => Buffer.from(lastId).toString('base64url');

/** The id after which a part begins, empty for the first; or what is wrong with the cursor. */
export function readCursor(cursor: string | undefined): string | Response {
  const id = Buffer.from(cursor ?? '', 'base64url').toString();
  if (cursor === undefined || (/^[\w-]{1,64}$/.test(id) && writeCursor(id) === cursor)) return id;
  const errors = [{ name: 'cursor', detail: 'Take it from `next` of the part before, as it stands.' }];
  return apiProblem('wrong-question', 'This is not a cursor of ours.', { errors });
}

/** One part of a list. Its `next` is the same address with another cursor, in the body and as a link (RFC 8288). */
export function partOf(
  name: string,
  rows: readonly unknown[],
  last: string | undefined,
  { pathname, search }: URL,
  site: string,
) {
  const asked = new URLSearchParams(search);
  if (last !== undefined) asked.set('cursor', writeCursor(last));
  const next = last === undefined ? null : `${site}${pathname}?${asked}`;
  return apiJson({ [name]: rows, next }, next ? { link: `<${next}>; rel="next"` } : {});
}
