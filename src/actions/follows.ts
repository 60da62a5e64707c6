import { z } from 'astro/zod';
import {
  askToFollow,
  chooseHearings,
  confirmFollow,
  follow,
  stopFollow,
  unfollow,
} from '#domain/follows/follow-commands.ts';
import {
  FOLLOW_KINDS,
  type FollowKind,
  HEARINGS,
  type Hearing,
  SUBJECT_ID,
  type SubjectKey,
} from '#domain/follows/follow-rules.ts';
import { findSubject } from '#domain/follows/subject-queries.ts';
import { MOST_IN_PARTY } from '#domain/meetups/rsvp-rules.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { choice, emailAddress, LOST, line, madeId, tick, wholeNumber } from './fields.ts';
import { followerAddress, followsPath, linkToken } from './follower.ts';
import { guarded } from './guarded.ts';
import { limitMail, writeOwnMail } from './limited.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const MOST_FOLLOWS = 300;

const subject = { kind: choice(FOLLOW_KINDS, LOST), subjectId: z.string({ error: LOST }).regex(SUBJECT_ID, LOST) };
const subjectOf = ({ kind, subjectId }: SubjectKey): SubjectKey => ({ kind, subjectId });

const manner = {
  hears: choice(HEARINGS, 'Choose how you want to hear of it').default('at-once'),
  everyDate: tick,
  partySize: wholeNumber(1, MOST_IN_PARTY, `Choose how many you are, from 1 to ${MOST_IN_PARTY}`).default(1),
};
const mannerOf = ({ hears, everyDate, partySize }: { hears: Hearing; everyDate: boolean; partySize: number }) => ({
  hears,
  countsIn: everyDate ? partySize : null,
});

export const follows = {
  /** One press for somebody signed in. */
  follow: guarded({
    input: z.object({ ...subject, ...manner }),
    async handler(input, context) {
      const viewer = requireMember(context);
      const { id: personId, name, email } = viewer.person;
      if (!email) throw refusal('CONFLICT', 'There is no mail address that we could write to.');
      const wish = { subject: subjectOf(input), asker: viewer, email, name: name || email, personId };
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'follow', personId, (tx) =>
        follow(tx, { ...wish, ...mannerOf(input) }, stationeryFor(context), now),
      );
      if (outcome.kind !== 'following') throw gone();
      return { to: outcome.path, notice: savedNotice(input.kind, input) };
    },
  }),

  stop: guarded({
    input: z.object(subject),
    async handler(input, context, site) {
      const viewer = requireMember(context);
      const whose = { subject: input, email: viewer.person.email ?? '' };
      await site.write((tx) => unfollow(tx, whose, context.locals.now));
      const left = await findSubject(site.read, viewer, input);
      return { to: left?.path ?? '/series', notice: 'follow-stopped' };
    },
  }),

  /** Somebody who is not signed in. The answer is the same whether or not the address follows already. */
  ask: guarded({
    input: z.object({
      ...subject,
      name: line(80, 'Enter your name, as we should call you'),
      email: emailAddress,
      ...manner,
    }),
    async handler({ name, email, ...input }, context, site) {
      await limitMail(context, 'follow', email);
      const { viewer, now } = context.locals;
      const wish = { subject: subjectOf(input), asker: viewer, name, email, ...mannerOf(input) };
      const outcome = await site.write((tx) => askToFollow(tx, wish, stationeryFor(context), now));
      if (outcome.kind !== 'asked') throw gone();
      return { to: outcome.path, notice: 'follow-asked' };
    },
  }),

  /** By the link of a letter: confirms, or changes how. */
  confirm: guarded({
    input: z.object({ token, ...manner }),
    async handler(input, context) {
      const linkHash = hashToken(input.token);
      const wish = { linkHash, ...mannerOf(input) };
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'follow', linkHash, (tx) =>
        confirmFollow(tx, wish, stationeryFor(context), now),
      );
      if (outcome.kind !== 'following') throw gone();
      return { to: `/follows/${input.token}`, notice: savedNotice(outcome.subject, input) };
    },
  }),

  /** How each of the things somebody follows is heard of, all at once: two lists that go together. */
  choose: guarded({
    input: z.object({
      token: linkToken,
      followId: z.array(madeId).max(MOST_FOLLOWS, LOST),
      hears: z.array(choice(HEARINGS, 'Choose how you want to hear of it')).max(MOST_FOLLOWS, LOST),
    }),
    async handler({ token, followId, hears }, context, site) {
      const email = await followerAddress(context, token);
      const chosen = followId.flatMap((id, at) => (hears[at] ? [{ followId: id, hears: hears[at] }] : []));
      const { now } = context.locals;
      await site.write((tx) => chooseHearings(tx, { email, chosen }, stationeryFor(context), now));
      return { to: followsPath(token), notice: 'follow-kept' };
    },
  }),

  /** Stops one of them. */
  drop: guarded({
    input: z.object({ token: linkToken, dropId: madeId }),
    async handler({ token, dropId }, context, site) {
      const email = await followerAddress(context, token);
      const { left } = await site.write((tx) => stopFollow(tx, { email, followId: dropId }));
      return { to: left > 0 || !token ? followsPath(token) : '/meetups', notice: 'follow-stopped' };
    },
  }),

  /** By the link of a letter: no more letters. */
  unfollow: guarded({
    input: z.object({ token }),
    async handler(input, context, site) {
      await site.write((tx) => unfollow(tx, { linkHash: hashToken(input.token) }, context.locals.now));
      return { to: '/series', notice: 'follow-stopped' };
    },
  }),
};

/** Whoever is counted in hears at once. */
const savedNotice = (kind: FollowKind, { hears, everyDate }: { hears: Hearing; everyDate: boolean }) =>
  kind === 'series' && (hears === 'at-once' || everyDate) ? 'follow-saved' : 'follow-kept';

const gone = () => refusal('NOT_FOUND', 'What you wanted to follow is not here any more.');
