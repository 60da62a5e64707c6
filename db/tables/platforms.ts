import type { ColumnKit } from '../columns.ts';

/** The kinds of place a channel lives on: rows, so that a new one needs no new code. */
export function definePlatforms({ table, text, flag, day, list, json }: ColumnKit) {
  const platforms = table('platforms', {
    key: text().primaryKey(),
    label: text().notNull(),
    kind: text({ enum: ['social', 'messaging', 'e-mail', 'web', 'audio', 'print', 'place', 'phone'] }).notNull(),
    /** Lower-case host names, without `www.`; `*.example.org` for any sub-domain, `*` for any host at all. */
    hosts: list().notNull(),
    /** How a path becomes a handle; read by `link-rules.ts`, in order. */
    patterns: json<PlatformPattern[]>().notNull(),
    /** First path segments that are never a handle. */
    stopWords: list().notNull(),
    needsUrl: flag().notNull(),
    retiredOn: day(),
    note: text().notNull().default(''),
    example: text().notNull().default(''),
  });

  return { platforms };
}

/** One form of address on a platform; `link-rules.ts` tries them in order. */
export interface PlatformPattern {
  /**
   * A regular expression for all that follows the host, from end to end, with one `(?<handle>…)`: `/groups/(?<handle>[^/]+)`.
   * Case never matters. At a `*.` host the sub-domain comes first: `council/about` for `council.example.org/about`.
   */
  path: string;
  /** Only at these of the platform's hosts. */
  hosts?: string[];
  /** The one query parameter that is part of the address: with `id`, `path` sees `/profile.php?id=12`. */
  query?: string;
  /** What is there, in one word: account, page, group, person. */
  kind: string;
  /** The address to show, with `{handle}` (and `{host}`) in place. */
  url: string;
  /** What tells two places on this platform apart; `{handle}` unless two forms may name different places. */
  key?: string;
  /** Ids that tell capitals from small letters. */
  exactCase?: true;
  /** Characters that do not count in a handle. */
  ignores?: string;
  /** A sentence for the keeper who records such a link. */
  warning?: string;
}
