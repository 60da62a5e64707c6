import { z } from 'astro/zod';
import { findMeetup } from '#domain/meetups/meetup-queries.ts';
import { localDay, middayOf, sayDate } from '#domain/time/date-words.ts';
import { findTrainee } from '#domain/training/gate-queries.ts';
import { type Policy, statementOf } from '#domain/training/rulebook-rules.ts';
import { acknowledgePolicy, giveModules, recordTraining } from '#domain/training/training-commands.ts';
import { mark } from '#domain/training/training-rules.ts';
import { refusal, requireGiver, requireKeeper, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { emailAddress, line, optionalText, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { meetupIsGone } from './hosted-meetup.ts';

const GONE = 'This is not here any more. Look at the list again.';
const CHANGED = 'The policy changed while you read it. Open it again: it says what is new.';
const key = line(100, GONE);
const version = wholeNumber(1, 10_000, GONE);

export const gate = {
  /** Somebody agrees to a policy as it is in force. */
  agree: guarded({
    input: z.object({ policyKey: key, version }),
    async handler(wish, context, site) {
      const { person } = requireMember(context);
      const policy = site.rulebook.policies.find((one) => one.key === wish.policyKey);
      const statement = statementOf({ title: policy?.title ?? '', version: wish.version });
      const agreement = { ...wish, id: site.newId(), personId: person.id, enteredById: null, statement };
      const outcome = await site.write((tx) => acknowledgePolicy(tx, { ...agreement, how: 'web' }, context.locals.now));
      if (outcome.kind === 'no-such-policy') throw refusal('NOT_FOUND', GONE);
      if (outcome.kind === 'changed-since') throw refusal('CONFLICT', CHANGED);
      return { to: `/policy/${wish.policyKey}`, notice: 'policy-agreed' };
    },
  }),

  /** Somebody answers the questions of a module. */
  answer: guarded({
    input: z
      .object({ moduleKey: key })
      .catchall(z.coerce.number({ error: 'Choose an answer' }).int().min(0).max(50).nullish()),
    async handler({ moduleKey, ...answers }, context, site) {
      const { person } = requireMember(context);
      const module = site.rulebook.modules.find((one) => one.key === moduleKey);
      if (!module || module.questions.length === 0) throw refusal('NOT_FOUND', GONE);
      const chosen = module.questions.map((_, at) => (answers[`answer${at}`] as number | null | undefined) ?? null);
      const marked = mark(module, chosen);
      if (!marked.isPassed) throw wrongFields(explain(marked.wrong, chosen));
      const { now, site: facts } = context.locals;
      const record = {
        ...{ id: site.newId(), personId: person.id, enteredById: null, moduleKey, meetupId: null, note: '' },
        ...{ how: 'on-line' as const, passedOn: localDay(now, facts.zone) },
        score: Math.round((marked.right / module.questions.length) * 100),
      };
      await site.write((tx) => recordTraining(tx, record));
      return { to: `/training/${moduleKey}`, notice: 'training-passed' };
    },
  }),

  /** A keeper writes down what somebody learned or signed elsewhere. */
  enter: guarded({
    input: z.object({
      email: emailAddress,
      what: line(120, 'Choose what they did'),
      on: z.iso.date('Enter the day'),
      note: optionalText(300),
    }),
    async handler({ email, what, on, note }, context, site) {
      const { person: keeper } = requireKeeper(context);
      const { now, site: facts } = context.locals;
      const today = localDay(now, facts.zone);
      if (on > today) throw wrongFields({ on: 'Enter a day that has been' });
      const person = await findTrainee(site.read, email);
      if (!person) throw wrongFields({ email: 'We know no member of staff or partner by that address' });
      const entered = { id: site.newId(), personId: person.id, enteredById: keeper.id };
      const policy = site.rulebook.policies.find((one) => `policy ${one.key}` === what);
      if (policy && on < policy.effectiveFrom) throw wrongFields({ on: signedTooEarly(policy) });
      const agreement = policy && {
        ...{ ...entered, policyKey: policy.key, version: policy.version, how: 'paper' as const },
        statement: statementOf(policy),
      };
      const signedAt = on === today ? now : middayOf(on, facts.zone);
      const record = {
        ...entered,
        moduleKey: what,
        how: 'in-person' as const,
        score: null,
        passedOn: on,
        note,
        meetupId: null,
      };
      const outcome = await site.write<{ kind: string }>((tx) =>
        agreement ? acknowledgePolicy(tx, agreement, signedAt) : recordTraining(tx, record),
      );
      if (outcome.kind !== 'agreed' && outcome.kind !== 'recorded') throw wrongFields({ what: 'Choose from the list' });
      return { to: '/training/records', notice: 'training-entered' };
    },
  }),

  /** Which modules a meetup gives to whoever comes. */
  give: guarded({
    input: z.object({ slug: line(200, GONE), modules: z.array(key).max(20).default([]) }),
    async handler({ slug, modules }, context, site) {
      const found = await findMeetup(site.read, context.locals.viewer, slug);
      if (!found) throw meetupIsGone();
      const host = requireGiver(context, found.meetup);
      const known = site.rulebook.modules.map((one) => one.key);
      if (!modules.every((one) => known.includes(one))) throw wrongFields({ modules: 'Choose from the list' });
      await site.write((tx) => giveModules(tx, found.meetup.id, modules, host.person.id));
      return { to: `/meetups/${slug}/training`, notice: 'saved' };
    },
  }),
};

const signedTooEarly = ({ version, effectiveFrom }: Policy) =>
  `Version ${version} is in force since ${sayDate(effectiveFrom)}. A paper from before is of an earlier one`;

function explain(wrong: ReadonlyMap<number, string>, chosen: readonly (number | null)[]): Record<string, string> {
  return Object.fromEntries(
    [...wrong].map(([at, right]) => [
      `answer${at}`,
      chosen[at] === null ? 'Choose an answer' : `Not quite. Right is: ${right}`,
    ]),
  );
}
