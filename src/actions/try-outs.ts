import { z } from 'astro/zod';
import { localDay } from '#domain/time/date-words.ts';
import { answerTryOut } from '#domain/try-outs/answer-commands.ts';
import { RESULTS } from '#domain/try-outs/standing-rules.ts';
import { giveUpTryOut, planTryOut } from '#domain/try-outs/try-out-commands.ts';
import type { TryOutKey } from '#domain/try-outs/try-out-queries.ts';
import { isAskable } from '#domain/try-outs/try-out-rules.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, madeId, optionalLine } from './fields.ts';
import { guarded } from './guarded.ts';
import { writeOwnMail } from './limited.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const GONE = 'This lesson is not here any more, or you have not said that you would try it.';
const lesson = { lessonId: madeId, slug: line(200, GONE) };
const answer = {
  result: choice([...RESULTS, 'not-yet'], 'Say how it went, or that you have not got round to it'),
  difference: optionalLine(300),
};

export const tryOuts = {
  /** Says that somebody will try a lesson, and when to ask how it went. */
  plan: guarded({
    input: z.object({ ...lesson, askOn: z.iso.date('Choose a day on which we may ask how it went') }),
    async handler({ lessonId, slug, askOn }, context, site) {
      const trier = requireMember(context);
      const { now, site: facts } = context.locals;
      const today = localDay(now, facts.zone);
      if (!isAskable(askOn, today)) throw wrongFields({ askOn: 'Choose a day after today and within a year' });
      const wish = { id: site.newId(), jobId: site.newId(), lessonId, askOn, zone: facts.zone };
      const outcome = await site.write((tx) => planTryOut(tx, trier, wish, now));
      if (outcome.kind !== 'planned') throw refusal('NOT_FOUND', GONE);
      return { to: `/lessons/${slug}#tried`, notice: 'try-out-planned' };
    },
  }),

  /** Takes that back. */
  giveUp: guarded({
    input: z.object(lesson),
    async handler({ lessonId, slug }, context, site) {
      const { person } = requireMember(context);
      await site.write((tx) => giveUpTryOut(tx, person.id, lessonId));
      return { to: `/lessons/${slug}#tried`, notice: 'try-out-given-up' };
    },
  }),

  /** Says how it went, signed in. */
  answer: guarded({
    input: z.object({ lessonId: madeId, ...answer }),
    async handler({ lessonId, ...said }, context) {
      const { person } = requireMember(context);
      const { slug, notice } = await keepAnswer(context, { lessonId, personId: person.id }, said);
      return { to: `/lessons/${slug}#tried`, notice };
    },
  }),

  /** Says how it went, by the link of a letter: who follows it may not be able to see the lesson. */
  answerByLink: guarded({
    input: z.object({ token, ...answer }),
    async handler({ token, ...said }, context) {
      const { notice } = await keepAnswer(context, { linkHash: hashToken(token) }, said);
      return { to: `/try-outs/${token}`, notice };
    },
  }),
};

type Context = Parameters<typeof stationeryFor>[0];
type Said = z.output<z.ZodObject<typeof answer>>;

async function keepAnswer(context: Context, key: TryOutKey, said: Said) {
  const { now, site: facts } = context.locals;
  const stationery = stationeryFor(context);
  const whole = { ...said, today: localDay(now, facts.zone), zone: facts.zone };
  const outcome = await writeOwnMail(context, 'try-out', JSON.stringify(key), (tx) =>
    answerTryOut(tx, key, whole, stationery, now),
  );
  if (outcome.kind === 'no-such-try-out') throw refusal('NOT_FOUND', GONE);
  const notices = { answered: 'try-out-told', 'not-yet': 'try-out-later', 'answered-before': 'try-out-told' };
  return { slug: outcome.slug, notice: notices[outcome.kind] };
}
