import type { OutsidePost } from '#domain/lessons/outside-post-rules.ts';
import { counted } from '#domain/text/sentence-rules.ts';

export interface PostImport {
  isDry: boolean;
  added: OutsidePost[];
  known: OutsidePost[];
  leftOut: { key: string; sentence: string }[];
  /** How many come along. */
  pictures: number;
}

/** What came of a folder or feed, or would come of it. */
export function sayPosts({ isDry, added, known, leftOut, pictures }: PostImport): string {
  const drafts = added.filter(({ isDraft }) => isDraft).length;
  const notWhole = added.filter(({ remarks }) => remarks.length > 0);
  return [
    `${isDry ? 'Nothing was changed. This would happen' : 'Done'}: ${counted(added.length + known.length + leftOut.length, 'post')} read.`,
    `  ${counted(added.length, 'lesson')} added${drafts > 0 ? `, ${drafts} of them as drafts` : ''}.`,
    ...(pictures > 0 ? [`  ${counted(pictures, 'picture')} came along.`] : []),
    `  ${counted(known.length, 'post')} imported before, and left as they are here.`,
    `  ${counted(notWhole.length, 'lesson')} not kept whole${notWhole.length > 0 ? ':' : '.'}`,
    ...notWhole.map(({ key, remarks }) => `    ${key}: ${remarks.join(' ')}`),
    `  ${counted(leftOut.length, 'file')} left out${leftOut.length > 0 ? ':' : '.'}`,
    ...leftOut.map(({ key, sentence }) => `    ${key}: ${sentence}`),
  ].join('\n');
}
