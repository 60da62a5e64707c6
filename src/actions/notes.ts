import { z } from 'astro/zod';
import { saveNotes } from '#domain/notes/note-commands.ts';
import { LONGEST_NOTE } from '#domain/notes/note-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { LOST, optionalText, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { recordId } from './rsvp-parts.ts';

export const notes = {
  /** Saves the boxes that were changed. With JavaScript only those are sent, without it all of them. */
  save: guarded({
    input: z.object({
      meetupId: recordId,
      key: z.array(z.string().max(100, LOST)).max(60, LOST),
      version: z.array(wholeNumber(0, Number.MAX_SAFE_INTEGER, LOST)),
      before: z.array(optionalText(LONGEST_NOTE)),
      words: z.array(optionalText(LONGEST_NOTE)),
    }),
    async handler({ meetupId, key: keys, version, before, words }, context, site) {
      const viewer = requireMember(context);
      if ([version, before, words].some(({ length }) => length !== keys.length))
        throw refusal('UNPROCESSABLE_CONTENT', `${LOST}.`);
      const typed = keys.map((key, at) => ({
        ...{ key, version: version[at] ?? 0, before: before[at] ?? '', words: words[at] ?? '' },
      }));
      const outcome = await site.write((tx) => saveNotes(tx, viewer, { meetupId, typed }, context.locals.now));
      if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
      return { to: `/meetups/${outcome.slug}/notes`, notice: 'notes-saved' };
    },
  }),
};

/** Why nothing was saved, in a sentence. */
function notSaved(kind: 'no-such-meetup' | 'no-such-topic' | 'not-yours' | 'published' | 'changed-since') {
  switch (kind) {
    case 'no-such-meetup':
      return refusal('NOT_FOUND', 'This meetup is gone. Copy your words before you leave this page.');
    case 'no-such-topic':
      return refusal(
        'CONFLICT',
        'A topic was taken off meanwhile, so nothing is saved yet. What you typed is still here.',
      );
    case 'not-yours':
      return refusal('FORBIDDEN', 'Only those who are there write these notes. Ask a host to make you the note-taker.');
    case 'published':
      return refusal('FORBIDDEN', 'The notes are published, so only a host can change them. Send your words to one.');
    case 'changed-since':
      return refusal(
        'CONFLICT',
        'Somebody else wrote here meanwhile. Both texts stand in the box now, and nothing is saved yet: read it through, then save again.',
      );
  }
}
