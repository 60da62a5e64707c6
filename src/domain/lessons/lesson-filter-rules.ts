import { readTags, WORKED, type Worked } from './lesson-rules.ts';

/** What to show of all lessons; each part that is given narrows the list. */
export interface LessonFilter {
  tag?: string | undefined;
  /** The slug of a unit; a directorate stands for its units too. */
  unit?: string | undefined;
  worked?: Worked | undefined;
  /** What was of most use, and lately, stands first unless the newest is asked for. */
  order?: 'newest' | undefined;
}

/** The filter in an address; parts that make no sense are left out. */
export const readFilter = (asked: URLSearchParams): LessonFilter => ({
  tag: readTags(asked.get('tag') ?? '')[0],
  unit: asked.get('unit')?.slice(0, 200) || undefined,
  worked: WORKED.find((worked) => worked === asked.get('worked')),
  order: asked.get('order') === 'newest' ? 'newest' : undefined,
});

export const isFiltering = ({ tag, unit, worked }: LessonFilter): boolean => Boolean(tag ?? unit ?? worked);

/** Where a filter leads, page by page. */
export function filterPath({ tag, unit, worked, order }: LessonFilter, page = 1): string {
  const asked = Object.entries({ tag, unit, worked, order, page: page > 1 ? String(page) : undefined });
  const query = new URLSearchParams(asked.filter((entry): entry is [string, string] => entry[1] !== undefined));
  return query.size > 0 ? `/lessons?${query}` : '/lessons';
}
