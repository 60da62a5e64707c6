import { z } from 'astro/zod';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';

/** A picture that may be left out: a browser then sends an empty file. Its form's path is in `server/pictures/picture-forms.ts`. */
export const optionalPicture = z
  .instanceof(File, { message: 'Choose a picture' })
  .nullish()
  .transform((file) => (file && file.size > 0 ? file : undefined));

/** A picture that must be there. */
export const requiredPicture = optionalPicture.pipe(z.instanceof(File, { message: 'Choose a picture' }));

/**
 * Checks a picture, makes it anew and keeps its files. Call it before `write`, and `addPicture` inside.
 *
 * @throws what is wrong with it, at the field of this name.
 */
export async function takePicture({ pictures }: Pick<Site, 'pictures'>, name: string, file: File) {
  const taken = await pictures.take(new Uint8Array(await file.arrayBuffer()));
  if (taken.kind === 'refused') throw wrongFields({ [name]: taken.sentence });
  const { hash, width, height } = taken;
  return { hash, width, height };
}
