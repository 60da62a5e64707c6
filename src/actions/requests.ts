import { z } from 'astro/zod';
import { readAddress } from '#domain/channels/channel-address-rules.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { listUnits } from '#domain/people/people-queries.ts';
import type { Member } from '#domain/people/viewer.ts';
import { decideRequest, noteOpened } from '#domain/requests/decision-commands.ts';
import { approachNeighbour } from '#domain/requests/neighbour-commands.ts';
import { answerKeepers, askAbout, askToOpen, saveOpening, takeBack } from '#domain/requests/request-commands.ts';
import { findAskable, findRequest } from '#domain/requests/request-queries.ts';
import { CHANNEL_KINDS, type OpeningWish } from '#domain/requests/request-rules.ts';
import { refusal, requireColleague, requireKeeper } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, longText, madeId, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { writeOwnMail } from './limited.ts';
import { readMembers } from './member-fields.ts';
import { draftOpening, wholeOpening } from './request-fields.ts';
import { stationeryFor } from './rsvp-parts.ts';

const GONE = 'This request is not here any more, or it is not yours.';
const SETTLED = 'This is settled already. Open the request again to see how.';

const NOT_FITTING = 'That does not fit how the channel stands now, or it is not yours to ask. Look at it again.';

/** Why what a keeper agreed to could not be done. */
const NOT_DONE: Record<string, string> = {
  'owner-is-deputy': 'Its owner would be its deputy, too. Change the deputy of the channel first.',
  'under-way': 'A hand-over of this channel is under way already.',
  'has-it-already': 'Whoever asked owns it by now. Say no, or ask back.',
  'no-such-person': 'Whoever asked has left, and cannot own a channel. Say no.',
  'not-now': 'The channel does not stand any more as when this was asked. Look at it, then say no or ask back.',
};

export const requests = {
  /** Keeps what somebody has typed of a new channel so far. */
  saveOpening: guarded({
    input: draftOpening,
    async handler(typed, context, site) {
      const member = requireColleague(context);
      const opening = await readOpening(site, member, typed);
      const outcome = await site.write((tx) =>
        saveOpening(tx, member.person, { id: typed.id, opening }, context.locals.now),
      );
      if (outcome.kind !== 'saved') throw refusal('CONFLICT', SETTLED);
      return { to: `/requests/${typed.id}`, notice: 'request-kept' };
    },
  }),

  /** Asks the keepers to open a channel. */
  askToOpen: guarded({
    input: wholeOpening,
    async handler(typed, context, site) {
      const member = requireColleague(context);
      const opening = await readOpening(site, member, typed);
      await readPlace(site, opening);
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'request', member.person.id, (tx) =>
        askToOpen(tx, member.person, { id: typed.id, opening }, stationeryFor(context), now),
      );
      if (outcome.kind !== 'asked') throw refusal('CONFLICT', SETTLED);
      return { to: `/requests/${typed.id}`, notice: 'request-asked' };
    },
  }),

  /** Asks something about a channel that is there. */
  ask: guarded({
    input: z.object({
      id: madeId,
      slug: line(200, GONE),
      kind: choice(CHANNEL_KINDS, 'Choose what should happen'),
      reason: longText(1000, 'Say why, in a sentence or two'),
    }),
    async handler({ slug, ...wish }, context, site) {
      const member = requireColleague(context);
      const { now } = context.locals;
      const channel = await findAskable(site.read, member, slug);
      if (!channel) throw refusal('NOT_FOUND', GONE);
      if (!channel.kinds.includes(wish.kind)) throw refusal('CONFLICT', NOT_FITTING);
      const outcome = await writeOwnMail(context, 'request', member.person.id, (tx) =>
        askAbout(tx, member.person, { ...wish, channelId: channel.id }, stationeryFor(context), now),
      );
      if (outcome.kind !== 'asked') throw refusal('CONFLICT', NOT_FITTING);
      return { to: `/requests/${wish.id}`, notice: 'request-asked' };
    },
  }),

  /** Writes to the owner of a neighbouring channel, or puts a topic for both on the next list. */
  approach: guarded({
    input: z.object({ id: madeId, channelId: line(64, GONE), wantsToMeet: tick }),
    async handler({ id, ...wish }, context) {
      const member = requireColleague(context);
      const outcome = await writeOwnMail(context, 'neighbour', member.person.id, (tx) =>
        approachNeighbour(tx, member, { requestId: id, ...wish }, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind === 'nobody-there')
        throw refusal('CONFLICT', 'There is nobody we could write to. Ask the keepers of the register.');
      if (outcome.kind === 'no-series')
        throw refusal('CONFLICT', 'No meetup is planned that you could both come to. Write to them instead.');
      return { to: `/requests/${id}`, notice: wish.wantsToMeet ? 'neighbour-introduced' : 'neighbour-asked' };
    },
  }),

  /** Whoever asked answers what keepers wanted to know. */
  answer: guarded({
    input: z.object({ id: madeId, words: longText(1000, 'Write your answer') }),
    async handler(said, context) {
      const { person } = requireColleague(context);
      const outcome = await writeOwnMail(context, 'request', person.id, (tx) =>
        answerKeepers(tx, person, said, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind !== 'answered') throw refusal('CONFLICT', SETTLED);
      return { to: `/requests/${said.id}`, notice: 'request-answered' };
    },
  }),

  /** Whoever asked takes it back, or throws a draft away. */
  takeBack: guarded({
    input: z.object({ id: madeId }),
    async handler({ id }, context, site) {
      const { person } = requireColleague(context);
      const outcome = await site.write((tx) => takeBack(tx, person, id, stationeryFor(context), context.locals.now));
      if (outcome.kind === 'settled-before') throw refusal('CONFLICT', SETTLED);
      return { to: '/requests', notice: 'request-taken-back' };
    },
  }),

  /** A keeper decides. */
  decide: guarded({
    input: z.object({
      id: madeId,
      verdict: choice(['agreed', 'refused', 'asked-back'], 'Choose what you say'),
      words: longText(1000, 'Say why: everybody concerned reads it'),
    }),
    async handler(decision, context, site) {
      const keeper = requireKeeper(context);
      const found = await findRequest(site.read, keeper, decision.id);
      if (!found) throw refusal('NOT_FOUND', GONE);
      const { opening } = found.request;
      const address = opening && decision.verdict === 'agreed' ? await readPlace(site, opening) : null;
      const outcome = await site.write((tx) =>
        decideRequest(tx, keeper.person, { ...decision, address }, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind !== 'decided') throw notDecided(outcome);
      return { to: `/requests/${decision.id}`, notice: 'request-decided' };
    },
  }),

  /** The channel that was agreed to is there now. */
  noteOpened: guarded({
    input: z.object({ id: madeId }),
    async handler({ id }, context, site) {
      const viewer = requireColleague(context);
      const person = { ...viewer.person, isKeeper: viewer.isKeeper || viewer.isAdmin };
      const outcome = await site.write((tx) => noteOpened(tx, person, id, stationeryFor(context), context.locals.now));
      if (outcome.kind !== 'opened') throw refusal('CONFLICT', SETTLED);
      return { to: `/channels/${outcome.slug}`, notice: 'request-opened' };
    },
  }),
};

/** The platform and link of a channel to open. @throws wrong fields. */
async function readPlace({ read }: Pick<Site, 'read'>, { link, platformKey }: OpeningWish) {
  const address = readAddress(await listPlatforms(read), { link, platformKey, handle: '' });
  if (address.kind === 'wrong') throw wrongFields({ [address.field]: address.sentence });
  const { kind: _, warning: _warning, ...where } = address;
  return where;
}

async function readOpening(site: Site, member: Member, typed: z.output<typeof draftOpening>): Promise<OpeningWish> {
  const { id: _, deputy, managerAgreedOn, ...words } = typed;
  const { ids, problems } = await readMembers(site, member, { deputy });
  if (!(await listUnits(site.read)).some(({ id }) => id === words.unitId))
    problems['unitId'] = 'Choose a unit from the list';
  if (ids.deputy === member.person.id) problems['deputy'] = 'Choose somebody else: you are the owner';
  if (Object.keys(problems).length > 0) throw wrongFields(problems);
  return { ...words, deputyId: ids.deputy, managerAgreedOn };
}

function notDecided(outcome: { kind: string; name?: string }) {
  if (outcome.kind === 'already-listed')
    return refusal('CONFLICT', `This link is in the register already, as “${outcome.name}”. Say no, or ask back.`);
  return refusal('CONFLICT', NOT_DONE[outcome.kind] ?? SETTLED);
}
