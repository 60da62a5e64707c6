import type { Tables } from '#db/tables.ts';

export type Platform = Tables['platforms']['$inferSelect'];
export type PlatformPattern = Platform['patterns'][number];

type Named = Pick<Platform, 'key' | 'label' | 'kind'>;

/** A whole platform from the parts that are not empty. */
export function platform(row: Named & Partial<Platform>): Platform {
  return {
    hosts: [],
    patterns: [],
    stopWords: [],
    needsUrl: (row.hosts ?? []).length > 0,
    retiredOn: null,
    note: '',
    example: '',
    ...row,
  };
}

/** A form of address where the handle follows `start`, and the address shown is the same form. */
export function form(kind: string, path: string, url: string, more: Partial<PlatformPattern> = {}): PlatformPattern {
  return { kind, path, url, ...more };
}

/** An optional last step of a path that shows another side of the same place. */
export const tabs = (words: string) => `(?:/(?:${words.trim().split(/\s+/).join('|')}))?`;

/** Words given with spaces between them, as a list. */
export const words = (text: string) => text.trim().split(/\s+/);

/** The kinds of platforms that somebody signs in to. */
export const KINDS_WITH_SIGN_IN: readonly Platform['kind'][] = ['social', 'messaging', 'e-mail', 'web'];
