/** A form that a program may send without having opened one of our pages: the secret in its address is all it needs. */
export interface ForeignForm {
  /** Matches the whole address, which has no query. */
  path: RegExp;
  /** The only field that it has, and its only value. */
  field: readonly [name: string, value: string];
  action: string;
}

/** A mail program stops letters of one kind for its reader (RFC 8058). The tokens are those of `newToken`. */
export const ONE_CLICK: ForeignForm = {
  path: /^\/unsubscribe\/[\w-]{43}$/,
  field: ['List-Unsubscribe', 'One-Click'],
  action: 'letters.stopAtOnce',
};

/** Whether a body that can be read as its type is this form, and nothing more. */
export async function isFormOf(body: Buffer, type: string, [name, value]: ForeignForm['field']): Promise<boolean> {
  const fields = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [first, ...others] = [...fields];
  return first?.[0] === name && first[1] === value && others.length === 0;
}
