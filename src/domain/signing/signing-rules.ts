/** Anything that JSON can say but for numbers with a fraction, which nothing we sign has. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one way to write a value down, so that whoever checks a signature has the same bytes: RFC 8785 (JSON
 * Canonicalization Scheme). Names in the order of their UTF-16 units, no white space, strings as ECMAScript writes them.
 */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member as Json)}`).join(',')}}`;
}
