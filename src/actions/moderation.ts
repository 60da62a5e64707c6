import { z } from 'astro/zod';
import { decideAppeal } from '#domain/moderation/appeal-commands.ts';
import { keepComment, releaseComment, removeComment, restoreComment } from '#domain/moderation/decision-commands.ts';
import { RULE_KEYS } from '#domain/moderation/house-rules.ts';
import { refusal, requireModerator } from '#server/guards.ts';
import { changeRead, choice, longText, madeId, optionalText } from './fields.ts';
import { guarded } from './guarded.ts';
import { stationeryFor } from './rsvp-parts.ts';

const commentId = madeId;
const reason = longText(500, 'Say why, for whoever wrote it and for those who come by');

export const moderation = {
  /** Lets words appear that waited for a moderator. */
  release: guarded({
    input: z.object({ commentId, editedAt: changeRead }),
    async handler(decision, context, site) {
      const { person } = requireModerator(context);
      const outcome = await site.write((tx) =>
        releaseComment(tx, { ...decision, byId: person.id }, stationeryFor(context), context.locals.now),
      );
      refuseDecision(outcome);
      const waits = outcome.kind === 'waits-for-election';
      return { to: '/moderation', notice: waits ? 'comment-waits' : 'comment-released' };
    },
  }),

  /** Leaves reported words where they are. */
  keep: guarded({
    input: z.object({ commentId, editedAt: changeRead, answer: optionalText(500) }),
    async handler({ answer, ...decision }, context, site) {
      const { person } = requireModerator(context);
      const kept = { ...decision, byId: person.id, reason: answer };
      refuseDecision(await site.write((tx) => keepComment(tx, kept, stationeryFor(context), context.locals.now)));
      return { to: '/moderation', notice: 'comment-kept' };
    },
  }),

  /** Takes words away that break a house rule. */
  remove: guarded({
    input: z.object({ commentId, rule: choice(RULE_KEYS, 'Choose the rule it breaks'), reason }),
    async handler(removal, context, site) {
      const { person } = requireModerator(context);
      const whole = { ...removal, byId: person.id };
      refuseDecision(await site.write((tx) => removeComment(tx, whole, stationeryFor(context), context.locals.now)));
      return { to: '/moderation', notice: 'comment-removed' };
    },
  }),

  /** Brings removed words back. */
  restore: guarded({
    input: z.object({ commentId, reason }),
    async handler(decision, context, site) {
      const { person } = requireModerator(context);
      const whole = { ...decision, byId: person.id };
      refuseDecision(await site.write((tx) => restoreComment(tx, whole, stationeryFor(context), context.locals.now)));
      return { to: '/moderation', notice: 'comment-restored' };
    },
  }),

  /** Answers an appeal. */
  answerAppeal: guarded({
    input: z.object({
      commentId,
      outcome: choice(['restored', 'upheld'], 'Choose whether the words come back'),
      answer: longText(1000, 'Say why, for whoever appealed'),
    }),
    async handler(decision, context, site) {
      const { person } = requireModerator(context);
      const whole = { ...decision, byId: person.id };
      refuseDecision(await site.write((tx) => decideAppeal(tx, whole, stationeryFor(context), context.locals.now)));
      return { to: '/moderation', notice: 'appeal-answered' };
    },
  }),
};

/** Why nothing was decided, in a sentence. */
function refuseDecision({ kind }: { kind: string }) {
  if (kind === 'no-such-comment') throw refusal('NOT_FOUND', 'This comment is not here.');
  if (kind === 'decided-before') throw refusal('CONFLICT', 'This was decided meanwhile. Open it again to see how.');
  if (kind === 'changed-since')
    throw refusal('CONFLICT', 'These words were changed while you read them. Read them again, then decide.');
  if (kind === 'not-yours') throw refusal('FORBIDDEN', 'This touches you, so another moderator decides about it.');
}
