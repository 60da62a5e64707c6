import type { ChannelStatus } from '../channels/channel-rules.ts';
import { statusesSeenBy } from '../channels/channel-rules.ts';
import { isNamedTo } from '../people/people-rules.ts';
import { CIRCLES, type Circle, circlesSeenBy, viewerIn } from '../people/viewer.ts';
import type { FollowKind, Hearing } from './follow-rules.ts';

/** What followers are told of: a lesson, how one went, a date that is open, a comment, a change of a channel. */
export type NewsKind = 'lesson' | 'result' | 'meetup' | 'comment' | 'channel';

/** Something a piece of news is about, for those who follow it. */
export interface About {
  kind: FollowKind;
  subjectId: string;
  name: string;
  /** Which followers may know that the news is about it. */
  seenBy: readonly Circle[];
}

/** What is told once to each who follows something it is about. */
export interface News {
  kind: NewsKind;
  subjectId: string;
  /** Since when there is something to see. */
  at: Date;
  /** Which followers may see it. */
  seenBy: readonly Circle[];
  about: readonly About[];
  /** Whose doing it is: they know. */
  byIds: readonly string[];
  /** The address of somebody without an account whose doing it is. */
  byEmail?: string | undefined;
  /** What happened, in a line, and in a second one what to make of it. */
  words: string;
  detail: string;
  path: string;
}

/** Somebody to be told, with everything they follow in one way. */
export interface Listener {
  email: string;
  name: string;
  personId: string | null;
  circle: Circle;
  follows: readonly { id: string; kind: FollowKind; subjectId: string; hears: Hearing; followedAt: Date }[];
}

/** A piece of news for somebody, with what they follow that it is about. */
export interface Telling {
  news: News;
  because: About;
}

/** The key that a telling is kept under. */
export const tellingKey = ({ kind, subjectId }: Pick<News, 'kind' | 'subjectId'>): string => `${kind} ${subjectId}`;

/**
 * What somebody is to be told, newest first: what is newer than their following it, what they may see, what they have not
 * been told before, and nothing of their own.
 *
 * @param byFollow the news as `newsByFollow` sorts it.
 */
export function newsFor(
  { email, circle, personId, follows }: Listener,
  byFollow: ReturnType<typeof newsByFollow>,
  told: ReadonlySet<string>,
): Telling[] {
  const found = new Map<string, Telling>();
  for (const follow of follows)
    for (const telling of byFollow.get(followKey(follow)) ?? []) {
      const { news, because } = telling;
      const maySee = news.seenBy.includes(circle) && because.seenBy.includes(circle);
      const isOwn = news.byEmail === email || (personId !== null && news.byIds.includes(personId));
      const isNew = news.at > follow.followedAt && !told.has(tellingKey(news)) && !found.has(tellingKey(news));
      if (maySee && isNew && !isOwn) found.set(tellingKey(news), telling);
    }
  return [...found.values()].sort((one, other) => other.news.at.getTime() - one.news.at.getTime());
}

/** The news under each thing that can be followed: looked through once, however many follow. */
export function newsByFollow(news: readonly News[]): Map<string, Telling[]> {
  const sorted = new Map<string, Telling[]>();
  for (const one of news)
    for (const because of one.about) {
      const key = followKey(because);
      sorted.set(key, [...(sorted.get(key) ?? []), { news: one, because }]);
    }
  return sorted;
}

/** The key of what can be followed. */
export const followKey = ({ kind, subjectId }: Pick<About, 'kind' | 'subjectId'>) => `${kind} ${subjectId}`;

/** The followers who may see a record of this circle. */
export const circlesThatSee = (circle: Circle): Circle[] =>
  CIRCLES.filter((own) => circlesSeenBy(own).includes(circle));

/** The followers who may see a channel. */
export const circlesThatSeeChannel = (channel: { circle: Circle; status: ChannelStatus }): Circle[] =>
  circlesThatSee(channel.circle).filter((circle) => statusesSeenBy({ circle }).includes(channel.status));

/** The followers who may know somebody's name: private unless they opted in, as on every page. */
export const circlesThatKnow = (person: { id: string; circle: Circle; showsName: boolean }): Circle[] =>
  CIRCLES.filter((circle) => isNamedTo(viewerIn(circle), person));
