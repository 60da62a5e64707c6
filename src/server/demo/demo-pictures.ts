import { readFile } from 'node:fs/promises';
import type { SeenPicture } from '#domain/pictures/picture-rules.ts';
import type { Site } from '../site.ts';
import type { DemoLesson } from './demo-lesson.ts';

export type DemoBench = Pick<Site, 'markdown' | 'pictures'>;
export type DemoPicture = SeenPicture & { id: string };

/** A picture of the demo, made anew like everybody's; undefined when that takes too long: the demo opens without it. */
export async function takeDemoPicture(
  { pictures }: DemoBench,
  id: string,
  { file, ...words }: NonNullable<DemoLesson['picture']>,
): Promise<DemoPicture | undefined> {
  const taken = await pictures.take(await readFile(`content/demo/${file}`));
  if (taken.kind === 'refused') return undefined;
  const { kind: _, ...facts } = taken;
  return { id, ...facts, ...words };
}
