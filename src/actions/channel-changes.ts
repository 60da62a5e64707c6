import { z } from 'astro/zod';
import { undoChange } from '#domain/channels/undo-commands.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireKeeper } from '#server/guards.ts';
import { line } from './fields.ts';
import { guarded } from './guarded.ts';

const GONE = 'This change is not there any more. Open the history of the channel again.';

export const channelChanges = {
  /** Puts back what one entry of a channel's history changed. */
  undo: guarded({
    input: z.object({ slug: line(100, GONE), entryId: line(64, GONE), mark: line(2000, GONE) }),
    async handler({ slug, entryId, mark }, context, site) {
      const { person } = requireKeeper(context);
      const { now, site: facts } = context.locals;
      const undo = { slug, entryId, mark, undoneById: person.id, today: localDay(now, facts.zone), now };
      const outcome = await site.write((tx) => undoChange(tx, { ...undo, newId: site.newId }));
      if (outcome.kind !== 'undone') throw notUndone(outcome);
      return { to: `/channels/${slug}/history`, notice: 'channel-undone' };
    },
  }),
};

type Refused = Exclude<Awaited<ReturnType<typeof undoChange>>, { kind: 'undone' }>;

/** Why nothing was undone, in a sentence. */
function notUndone(outcome: Refused) {
  switch (outcome.kind) {
    case 'already-listed':
      return refusal('CONFLICT', `Another channel has this link by now: ${outcome.name}. Close that one first.`);
    case 'owner-is-deputy':
      return refusal('CONFLICT', 'Owner and deputy would be the same person. Change one of them first.');
    case 'no-address':
      return refusal('CONFLICT', `The old address cannot be put back. ${outcome.sentence}.`);
    case 'changed-since':
      return refusal('CONFLICT', 'Something has changed meanwhile, and nothing was undone. Look again, then decide.');
    case 'nothing-to-undo':
      return refusal('CONFLICT', 'There is nothing to put back.');
    case 'no-such-entry':
      return refusal('NOT_FOUND', GONE);
  }
}
