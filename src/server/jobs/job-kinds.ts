import type { Writer } from '#db/database.ts';
import { CLOSING_DUE, remindOfClosingChannel } from '#domain/channel-closings/closing-commands.ts';
import { remindOfClosing } from '#domain/closures/closing-reminder-commands.ts';
import { FORGET_COMMENT, forgetComment } from '#domain/comments/comment-commands.ts';
import { WRITE_DIGESTS, writeDigests } from '#domain/digests/digest-commands.ts';
import { LOOK_FOR_NEWS, lookForNews, TELL_AT_ONCE, tellAtOnce } from '#domain/follows/at-once-commands.ts';
import { forgetFollow } from '#domain/follows/follow-commands.ts';
import { remindOfHandOvers } from '#domain/handovers/hand-over-reminder-commands.ts';
import { REMINDER } from '#domain/handovers/hand-over-rules.ts';
import { TAKE_FIGURES, takeFigures } from '#domain/health/figure-commands.ts';
import { tellOfLastDay } from '#domain/leavers/last-day-commands.ts';
import { LAST_DAY } from '#domain/leavers/leaving-commands.ts';
import { TELL_OF_LINKS, tellOfLinks } from '#domain/link-checks/link-letter-commands.ts';
import { forgetOldLetters } from '#domain/mail/outbox-commands.ts';
import type { Stationery } from '#domain/mail/stationery.ts';
import { openKeptSeats, passOnOffers, releaseLapsedHolds } from '#domain/meetups/lapse-commands.ts';
import { forgetNeeds } from '#domain/meetups/needs-commands.ts';
import { remind } from '#domain/meetups/reminder-commands.ts';
import { BEGIN_PERIOD, tellOfPeriod } from '#domain/moderation/period-commands.ts';
import { RELEASE_HELD, releaseHeld } from '#domain/moderation/release-commands.ts';
import { TELL_MODERATORS, tellModerators } from '#domain/moderation/tell-commands.ts';
import { WELCOME_BACK, welcomeBack } from '#domain/people/absence-commands.ts';
import { RELATE, relateEarlier } from '#domain/related/related-commands.ts';
import { ASK_REVIEWS, askReviews } from '#domain/reviews/ask-commands.ts';
import { keepSeries, promptFollowers, promptHosts, warnHosts } from '#domain/series/keeping-commands.ts';
import { openDate } from '#domain/series/opening-commands.ts';
import { forgetLapsedOffers } from '#domain/topics/offer-commands.ts';
import { askToReread, warnOfExpiry } from '#domain/training/gate-reminder-commands.ts';
import { REREAD } from '#domain/training/rulebook-commands.ts';
import { askAuthors } from '#domain/try-outs/confirmation-commands.ts';
import { FORGET_WEBMENTIONS, forgetWebmentions } from '#domain/webmentions/webmention-commands.ts';
import { forgetSessions } from '../sign-in.ts';
import { LESSON_JOB_KINDS } from './lesson-job-kinds.ts';

/** Work that is done at its time, by one process, once. */
export interface JobKind {
  /** What it does, for the admin: `Writes to …`. */
  says: string;
  /**
   * Does it, in one write: what it sends is queued there.
   *
   * @returns when to do it again for the same subject; null when there is no reason to.
   */
  work(tx: Writer, subjectId: string, stationery: Stationery, now: Date): Promise<Date | null>;
}

const hoursAfter = (hours: number, now: Date) => new Date(now.getTime() + hours * 3_600_000);

/** Every kind of job there is. */
export const JOB_KINDS: Record<string, JobKind> = {
  ...LESSON_JOB_KINDS,
  'release-holds': {
    says: 'Gives up the places at a meetup that nobody confirmed in time',
    work: releaseLapsedHolds,
  },
  'pass-on-offers': {
    says: 'Passes on the places at a meetup whose offer nobody answered in time',
    work: passOnOffers,
  },
  'open-kept-seats': {
    says: 'Lets everybody have the seats that were kept at a meetup until now',
    work: openKeptSeats,
  },
  'forget-offers': {
    says: 'Forgets the topics offered to a series that nobody confirmed in time',
    work: forgetLapsedOffers,
  },
  'forget-needs': {
    says: 'Forgets what guests needed, a week after the date, and sign-ins that are over',
    async work(tx, _, __, now) {
      await forgetNeeds(tx, now);
      await forgetSessions(tx);
      return hoursAfter(1, now);
    },
  },
  'forget-letters': {
    says: 'Forgets letters a day after they went, or two weeks after they were given up',
    work: async (tx, _, __, now) => ((await forgetOldLetters(tx, now)) ? now : hoursAfter(1, now)),
  },
  'remind-week': {
    says: 'Reminds everyone who is going, a week before',
    work: remind('remind-week'),
  },
  'remind-day': {
    says: 'Reminds everyone who is going or waiting, the day before',
    work: remind('remind-day'),
  },
  'remind-closing': {
    says: 'Reminds the hosts, the day after and then weekly, that a meetup wants closing',
    work: remindOfClosing,
  },
  'keep-series': {
    says: 'Makes the dates of a series for the next twelve months',
    work: keepSeries,
  },
  'open-date': {
    says: 'Tells those who follow a series that one of its dates is open',
    work: openDate,
  },
  'warn-hosts': {
    says: 'Tells the hosts of a series that the last of them leaves',
    work: warnHosts,
  },
  'prompt-hosts': {
    says: 'Asks the hosts of a series for a date when none is ahead',
    work: promptHosts,
  },
  'prompt-followers': {
    says: 'Tells those who follow a series that there has been no date for weeks',
    work: promptFollowers,
  },
  'ask-authors': {
    says: 'Asks authors whether lessons that nobody touched for a year are still true',
    async work(tx, _, stationery, now) {
      await askAuthors(tx, stationery, now);
      return hoursAfter(24, now);
    },
  },
  [RELATE]: {
    says: 'Finds out which lessons from before are like each other, a few at a time',
    async work(tx, _, { siteUrl }, now) {
      return (await relateEarlier(tx, siteUrl, now)) ? null : now;
    },
  },
  [LAST_DAY]: {
    says: 'Tells on somebody’s last day what would leave with them',
    work: tellOfLastDay,
  },
  [WELCOME_BACK]: {
    says: 'Writes to somebody who was away, on the first morning back',
    work: welcomeBack,
  },
  [REMINDER]: {
    says: 'Reminds somebody, weekly, of the hand-overs that are open',
    work: remindOfHandOvers,
  },
  [ASK_REVIEWS]: {
    says: 'Asks those who answer for channels whether they are still right, and then whoever is next',
    work: askReviews,
  },
  [REREAD]: {
    says: 'Asks owners and deputies to read what changed in a policy',
    work: askToReread,
  },
  'warn-of-expiry': {
    says: 'Tells owners and deputies that what they learned expires',
    async work(tx, _, stationery, now) {
      await warnOfExpiry(tx, stationery, now);
      return hoursAfter(24, now);
    },
  },
  [TAKE_FIGURES]: {
    says: 'Counts each night how the register of channels stands',
    work: takeFigures,
  },
  [CLOSING_DUE]: {
    says: 'Asks whether a channel has ended as planned',
    work: remindOfClosingChannel,
  },
  [TELL_OF_LINKS]: {
    says: 'Tells keepers, weekly, which links of channels have begun to lead nowhere or elsewhere',
    work: tellOfLinks,
  },
  [BEGIN_PERIOD]: {
    says: 'Tells the staff what the weeks before an election mean, when they begin',
    work: tellOfPeriod,
  },
  [RELEASE_HELD]: {
    says: 'Lets appear, after an election, what had to wait for it',
    work: releaseHeld,
  },
  [TELL_MODERATORS]: {
    says: 'Tells moderators in the morning what waits for them',
    work: tellModerators,
  },
  [LOOK_FOR_NEWS]: {
    says: 'Looks every five minutes for lessons, results and changes of channels that somebody follows',
    work: lookForNews,
  },
  [TELL_AT_ONCE]: {
    says: 'Tells those who follow something, and want to hear at once, of one piece of news',
    work: tellAtOnce,
  },
  [WRITE_DIGESTS]: {
    says: 'Writes the digests whose hour has come',
    work: writeDigests,
  },
  [FORGET_WEBMENTIONS]: {
    says: 'Forgets, daily, what other sites told us of and what turned out not to link to us',
    work: (tx, _, __, now) => forgetWebmentions(tx, now),
  },
  [FORGET_COMMENT]: {
    says: 'Forgets a comment whose address nobody confirmed',
    work: forgetComment,
  },
  'forget-follow': {
    says: 'Forgets an address that nobody confirmed',
    work: forgetFollow,
  },
};
