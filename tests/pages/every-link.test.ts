import { beforeAll, expect, test } from 'vitest';
import { jumpsOf, linksOf, openFilledTown } from '#tests/support/everybody.ts';
import type { Visitor } from '#tests/support/visit.ts';

let people: Record<string, Visitor>;
beforeAll(async () => {
  ({ people } = await openFilledTown());
});

/** How many pages of one kind (`/lessons/*`) are walked: enough to see each kind in several states. */
const MOST_OF_A_KIND = 12;
const kindOf = (path: string) =>
  path
    .split('?')[0]
    ?.split('/')
    .map((part, at) => (at > 1 && part.length > 3 ? '*' : part))
    .join('/') ?? '';

/** Opens every page that can be reached by links, and says which links lead nowhere, or to no such place on a page. */
async function walk(visitor: Visitor): Promise<{ walked: number; dead: string[] }> {
  const waiting = ['/'];
  const seen = new Set(waiting);
  const ofKind = new Map<string, number>();
  const dead: string[] = [];
  const places = new Map<string, Set<string>>();
  const jumps = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await visitor.open(path);
    if (page.status >= 400 && page.status !== 410) dead.push(`${path}: ${page.status}`);
    if (!page.headers.get('content-type')?.startsWith('text/html')) continue;
    places.set(path, new Set(page.html.querySelectorAll('[id]').map(({ id }) => id)));
    for (const jump of jumpsOf(page, path)) jumps.add(jump);
    for (const link of linksOf(page)) {
      const kind = kindOf(link);
      if (seen.has(link) || (ofKind.get(kind) ?? 0) >= MOST_OF_A_KIND) continue;
      ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
      seen.add(link);
      waiting.push(link);
    }
  }
  const lost = [...jumps].filter((jump) => {
    const [path = '', place = ''] = jump.split('#');
    return places.has(path) && !places.get(path)?.has(place);
  });
  return { walked: seen.size, dead: [...dead, ...lost] };
}

test.each(['stranger', 'resident', 'partner', 'librarian', 'keeper', 'admin'])(
  'every link leads somewhere for a %s',
  async (who) => {
    const { walked, dead } = await walk(people[who] as Visitor);
    expect(dead).toEqual([]);
    expect(walked).toBeGreaterThan(50);
  },
);
