import type { OutsidePost } from '#domain/lessons/outside-post-rules.ts';

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
    `${isDry ? 'Nothing was changed. This would happen' : 'Done'}: ${count(added.length + known.length + leftOut.length, 'post')} read.`,
    `  ${count(added.length, 'lesson')} added${drafts > 0 ? `, ${drafts} of them as drafts` : ''}.`,
    ...(pictures > 0 ? [`  ${count(pictures, 'picture')} came along.`] : []),
    `  ${count(known.length, 'post')} imported before, and left as they are here.`,
    `  ${count(notWhole.length, 'lesson')} not kept whole${notWhole.length > 0 ? ':' : '.'}`,
    ...notWhole.map(({ key, remarks }) => `    ${key}: ${remarks.join(' ')}`),
    `  ${count(leftOut.length, 'file')} left out${leftOut.length > 0 ? ':' : '.'}`,
    ...leftOut.map(({ key, sentence }) => `    ${key}: ${sentence}`),
  ].join('\n');
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
