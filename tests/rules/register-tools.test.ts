import { expect, test } from 'vitest';
import { listRegisterTools } from '#components/register-tools.ts';
import type { Viewer } from '#domain/people/viewer.ts';

const person = { id: 'p', name: 'Ada', email: 'ada@sandford.example', unitId: null, organisationId: null };
const linksOf = (viewer: Partial<Viewer>) =>
  listRegisterTools({ person, isKeeper: false, isAdmin: false, ...viewer } as Viewer).flatMap(({ tools }) =>
    tools.map(({ href }) => href),
  );

test('keepers are led to all the work of the register, colleagues to their own and strangers to none', () => {
  const kept = ['/channels/health', '/training/records', '/people/leaving', '/channels/import'];
  expect(linksOf({ circle: 'staff', isKeeper: true })).toEqual(expect.arrayContaining([...kept, '/requests']));
  expect(linksOf({ circle: 'staff' })).toEqual(expect.arrayContaining(['/reviews', '/channels/emergency']));
  expect(linksOf({ circle: 'partner' })).not.toContain('/channels/emergency');
  for (const href of kept) expect(linksOf({ circle: 'staff' })).not.toContain(href);
  expect(linksOf({ circle: 'public' })).toEqual([]);
});
