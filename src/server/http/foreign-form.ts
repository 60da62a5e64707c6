/**
 * A form that a program may send without having opened one of our pages, since it does the same for anybody: what it
 * needs stands in its address or in its fields. Nothing that tells who sends it reaches its action.
 */
export interface ForeignForm {
  /** Matches the whole address, which has no query. */
  path: RegExp;
  /** The only field that it has, and its only value; where not given, the action says what is wrong with the fields. */
  field?: readonly [name: string, value: string];
  action: string;
}

/** A mail program stops letters of one kind for its reader (RFC 8058). The tokens are those of `newToken`. */
export const ONE_CLICK: ForeignForm = {
  path: /^\/unsubscribe\/[\w-]{43}$/,
  field: ['List-Unsubscribe', 'One-Click'],
  action: 'letters.stopAtOnce',
};

/** Another site tells that a page of its own speaks of one of ours (W3C Webmention, 3.1.3). */
export const WEBMENTION: ForeignForm = { path: /^\/webmention$/, action: 'webmentions.receive' };

/** Whether it is this form, and nothing more. */
export function isFormOf(form: FormData, [name, value]: NonNullable<ForeignForm['field']>): boolean {
  const [first, ...others] = [...form];
  return first?.[0] === name && first[1] === value && others.length === 0;
}
