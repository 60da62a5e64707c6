import { type Circle, circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';

/** Somebody signed in, in a circle; `id` is the person's. */
export const viewerIn = (circle: Circle, id = 'somebody', roles: Partial<Viewer> = {}): Viewer => ({
  ...STRANGER,
  circle,
  circles: circlesSeenBy(circle),
  person: { id, name: 'Somebody', email: null, unitId: null },
  ...roles,
});
