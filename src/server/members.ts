import { chooseMember } from '#domain/people/member-queries.ts';
import { sayChoice } from '#domain/people/member-words.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import type { Site } from './site.ts';
import type { Problems } from './wrong-fields.ts';

/**
 * Whom some fields name, as ids; null where a field is empty. Namesakes and strangers are problems, never
 * guesses; so is whoever has left, unless they stand there already (`keptIds`).
 */
export async function readMembers<Name extends string>(
  { read }: Pick<Site, 'read'>,
  viewer: Pick<Viewer, 'circle'>,
  typed: Record<Name, string>,
  keptIds: readonly string[] = [],
) {
  const ids = {} as Record<Name, string | null>;
  const problems: Problems = {};
  for (const name of Object.keys(typed) as Name[]) {
    const choice = typed[name] ? await chooseMember(read, typed[name], keptIds) : undefined;
    ids[name] = choice?.kind === 'one' ? choice.member.id : null;
    if (choice && choice.kind !== 'one') problems[name] = sayChoice(typed[name], choice, viewer);
  }
  return { ids, problems };
}
