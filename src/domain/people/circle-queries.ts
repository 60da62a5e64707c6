import type { Reader } from '#db/database.ts';
import { type Buildable, keepQuery } from '#db/kept-query.ts';
import { CIRCLES, type Circle, circlesSeenBy, type Viewer } from './viewer.ts';

/** What of a viewer decides which records and which names they see. */
export type Seer = Pick<Viewer, 'circle' | 'circles'>;

/** A kept query for each circle: for answers that depend on nothing else of the viewer. */
export function keepPerCircle<Result>(build: (read: Reader, seer: Seer) => Buildable<Result>) {
  const keep = (circle: Circle) => keepQuery((read: Reader) => build(read, { circle, circles: circlesSeenBy(circle) }));
  const kept = new Map(CIRCLES.map((circle) => [circle, keep(circle)] as const));
  return (read: Reader, { circle }: Seer, values: Record<string, unknown>): Promise<Result> =>
    (kept.get(circle) as ReturnType<typeof keep>)(read, values);
}
