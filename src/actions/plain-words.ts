import { z } from 'astro/zod';
import { addUsualJargon, removeJargon, saveJargon } from '#domain/plain-words/plain-words-commands.ts';
import { MOST_JARGON } from '#domain/plain-words/plain-words-rules.ts';
import { refusal, requireKeeper } from '#server/guards.ts';
import { line } from './fields.ts';
import { guarded } from './guarded.ts';

const term = line(60, 'Enter the word, such as “stakeholders”');
const SAVED = { to: '/plain-words', notice: 'plain-words-saved' };

export const plainWords = {
  /** Puts a word on the list, or changes what to say instead. */
  save: guarded({
    input: z.object({ term, instead: line(120, 'Say what to write instead') }),
    async handler(word, context, { write }) {
      const { person } = requireKeeper(context);
      const outcome = await write((tx) => saveJargon(tx, word, person.id, context.locals.now));
      if (outcome.kind === 'full')
        throw refusal('CONFLICT', `The list holds ${MOST_JARGON} words, and it is full. Take one off first.`);
      return SAVED;
    },
  }),

  /** Takes a word off the list. */
  remove: guarded({
    input: z.object({ term }),
    async handler(word, context, { write }) {
      requireKeeper(context);
      await write((tx) => removeJargon(tx, word.term));
      return SAVED;
    },
  }),

  /** Begins the list with the usual words. */
  begin: guarded({
    input: z.object({}),
    async handler(_, context, { write }) {
      const { person } = requireKeeper(context);
      await write((tx) => addUsualJargon(tx, person.id, context.locals.now));
      return SAVED;
    },
  }),
};
