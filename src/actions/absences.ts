import { z } from 'astro/zod';
import { forgetAbsence, noteAbsence } from '#domain/people/absence-commands.ts';
import { answerCover } from '#domain/people/cover-commands.ts';
import { isDay } from '#domain/series/rhythm-form-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireColleague, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, optionalId } from './fields.ts';
import { guarded } from './guarded.ts';
import { writeOwnMail } from './limited.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const id = z.string().max(64);
const day = (missing: string) => z.string({ error: missing }).refine(isDay, missing);
const answer = choice(['accepted', 'declined'], 'Press one of the two buttons');
const NOT_ASKED = 'Nobody asks you to stand in then, or not any more.';

export const absences = {
  /** Somebody says when they are away, so that dates are not planned for then, and who stands in. */
  note: guarded({
    input: z.object({
      ...{ id, fromOn: day('Enter the first day'), untilOn: day('Enter the last day'), coverId: optionalId },
    }),
    async handler(input, context) {
      const { person } = requireColleague(context);
      if (input.untilOn < input.fromOn) throw wrongFields({ untilOn: 'Enter a last day that comes after the first' });
      if (input.coverId === person.id) throw wrongFields({ coverId: 'Choose somebody else to stand in for you' });
      const { now, site: facts } = context.locals;
      const away = { ...input, personId: person.id };
      const today = localDay(now, facts.zone);
      const outcome = await writeOwnMail(context, 'absence', person.id, (tx) =>
        noteAbsence(tx, away, today, stationeryFor(context), now),
      );
      if (outcome.kind === 'no-such-person')
        throw wrongFields({ coverId: 'Choose somebody from the list: they may have left' });
      return { to: '/profile', notice: outcome.kind === 'asked' ? 'absence-cover-asked' : 'absence-noted' };
    },
  }),

  forget: guarded({
    input: z.object({ id }),
    async handler(input, context, site) {
      const { person } = requireMember(context);
      const own = { id: input.id, personId: person.id };
      await site.write((tx) => forgetAbsence(tx, own, stationeryFor(context), context.locals.now));
      return { to: '/profile', notice: 'saved' };
    },
  }),

  /** Says whether somebody stands in. */
  answerCover: guarded({
    input: z.object({ id, answer }),
    async handler({ id: absenceId, answer }, context, site) {
      const { person } = requireMember(context);
      const asked = { absenceId, personId: person.id };
      const { now } = context.locals;
      const accepts = answer === 'accepted';
      const outcome = await site.write((tx) => answerCover(tx, asked, accepts, stationeryFor(context), now));
      if (outcome.kind === 'not-asked') throw refusal('NOT_FOUND', NOT_ASKED);
      return { to: '/profile', notice: `cover-${outcome.kind}` };
    },
  }),

  /** The same by the link of a letter. */
  answerCoverByLink: guarded({
    input: z.object({ token, answer }),
    async handler({ token, answer }, context, site) {
      const asked = { linkHash: hashToken(token) };
      const { now } = context.locals;
      const accepts = answer === 'accepted';
      const outcome = await site.write((tx) => answerCover(tx, asked, accepts, stationeryFor(context), now));
      if (outcome.kind === 'not-asked') throw refusal('NOT_FOUND', NOT_ASKED);
      return { to: `/covers/${token}`, notice: `cover-${outcome.kind}` };
    },
  }),
};
