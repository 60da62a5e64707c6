import { readFileSync } from 'node:fs';
import type { ImportedLesson } from '#domain/lessons/lesson-import-commands.ts';
import type { OutsidePost } from '#domain/lessons/outside-post-rules.ts';
import type { Pictures } from '../pictures/pictures.ts';

type Taken = ImportedLesson['pictures'][number];

/** Makes the pictures of a post anew and keeps them. One that is refused becomes words in the text, and the post says why. */
export async function takePostPictures(
  post: OutsidePost,
  pictures: Pictures,
): Promise<{ post: OutsidePost; taken: Taken[] }> {
  const taken: Taken[] = [];
  let { text } = post;
  const remarks = [...post.remarks];
  for (const { file, ...picture } of post.pictures) {
    const made = await pictures.take(readFileSync(file));
    if (made.kind === 'taken')
      taken.push({ ...picture, licence: '', hash: made.hash, width: made.width, height: made.height });
    else {
      text = text.replace(mentionOf(picture.id), '*Picture: $1*');
      remarks.push(`The picture “${picture.alt}” did not come along: ${made.sentence}`);
    }
  }
  return { post: { ...post, text, remarks }, taken };
}

const mentionOf = (id: string) => new RegExp(String.raw`!\[((?:\\.|[^\]\\])*)\]\(picture:${id}\)`, 'g');
