import type { AstroGlobal } from 'astro';
import type { Circle } from '#domain/people/viewer.ts';

/**
 * Says in the header of a page's answer where other sites can tell that they speak of it.
 *
 * @returns whether they can: then its head says it too.
 */
export function offerWebmentions(
  { locals, response }: Pick<AstroGlobal, 'locals' | 'response'>,
  circle: Circle,
): boolean {
  const mayTell = locals.site.takesWebmentions && circle === 'public';
  if (mayTell) response.headers.append('link', '</webmention>; rel="webmention"');
  return mayTell;
}
