import { z } from 'astro/zod';
import {
  editCollection,
  type Pen,
  startCollection,
  withdrawCollection,
} from '#domain/collections/collection-commands.ts';
import { addKeeper, letKeeperGo } from '#domain/collections/collection-keeper-commands.ts';
import { addLesson, arrangeLessons } from '#domain/collections/collection-lesson-commands.ts';
import type { Member } from '#domain/people/viewer.ts';
import { refusal, requireColleague, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { collectionWords, keptPlaces, lessonLine, placesOf, readFirst } from './collection-input.ts';
import { emailAddress, longText, madeId } from './fields.ts';
import { guarded } from './guarded.ts';

export const collections = {
  /** Starts a collection, with a lesson in it when it is started from one. */
  start: guarded({
    input: z.object({ collectionId: madeId, ...collectionWords, ...readFirst }),
    async handler({ collectionId, lessonId, ...words }, context, site) {
      const pen = penOf(requireMember(context), context, site);
      const outcome = await site.write(async (tx) => {
        const started = await startCollection(tx, pen, collectionId, words);
        if (started.kind === 'saved' && lessonId) await addLesson(tx, pen, { collectionId, lessonId, line: '' });
        return started;
      });
      return done(outcome, 'collection-started');
    },
  }),

  /** Changes its title, its introduction or who can read it. */
  edit: guarded({
    input: z.object({ collectionId: madeId, ...collectionWords }),
    async handler({ collectionId, ...words }, context, site) {
      const pen = penOf(requireMember(context), context, site);
      return done(await site.write((tx) => editCollection(tx, pen, collectionId, words)), 'collection-saved');
    },
  }),

  /** Puts a lesson into a collection. */
  add: guarded({
    input: z.object({ collectionId: madeId, lessonId: madeId, line: lessonLine }),
    async handler(wish, context, site) {
      const pen = penOf(requireMember(context), context, site);
      return done(await site.write((tx) => addLesson(tx, pen, wish)), 'collection-lesson-added');
    },
  }),

  /** Puts its lessons in another order, with other lines, and takes out those that are ticked. */
  arrange: guarded({
    input: keptPlaces,
    async handler(input, context, site) {
      const pen = penOf(requireMember(context), context, site);
      const wish = { collectionId: input.collectionId, places: placesOf(input), removed: input.removed };
      return done(await site.write((tx) => arrangeLessons(tx, pen, wish)), 'collection-saved');
    },
  }),

  /** Lets a colleague change it too. Whether an address is known here is only for colleagues to learn. */
  addKeeper: guarded({
    input: z.object({ collectionId: madeId, email: emailAddress }),
    async handler(wish, context, site) {
      const pen = penOf(requireColleague(context), context, site);
      return done(await site.write((tx) => addKeeper(tx, pen, wish)), 'collection-keeper-added');
    },
  }),

  letKeeperGo: guarded({
    input: z.object({ collectionId: madeId, personId: madeId }),
    async handler(wish, context, site) {
      const pen = penOf(requireMember(context), context, site);
      return done(await site.write((tx) => letKeeperGo(tx, pen, wish)), 'collection-keeper-left');
    },
  }),

  /** Takes it back; its address says why. */
  withdraw: guarded({
    input: z.object({ collectionId: madeId, reason: longText(500, 'Say why, for those who come looking for it') }),
    async handler(wish, context, site) {
      const pen = penOf(requireMember(context), context, site);
      return done(await site.write((tx) => withdrawCollection(tx, pen, wish)), 'collection-withdrawn');
    },
  }),
};

const penOf = (keeper: Member, { locals }: { locals: { now: Date } }, { newId }: Pick<Pen, 'newId'>): Pen => ({
  keeper,
  newId,
  now: locals.now,
});

type Outcome = { kind: 'saved'; slug: string } | { kind: NotSaved };
type NotSaved = Exclude<
  Awaited<
    ReturnType<
      | typeof startCollection
      | typeof editCollection
      | typeof addLesson
      | typeof arrangeLessons
      | typeof addKeeper
      | typeof letKeeperGo
    >
  >['kind'],
  'saved'
>;

function done(outcome: Outcome, notice: string) {
  if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
  return { to: `/collections/${outcome.slug}`, notice };
}

/** Why nothing was saved, in a sentence. */
function notSaved(kind: NotSaved) {
  switch (kind) {
    case 'no-such-collection':
      return refusal('NOT_FOUND', 'This collection is gone, or it is not yours to change.');
    case 'no-such-lesson':
      return refusal('NOT_FOUND', 'This lesson is not there to read any more, so it cannot be added.');
    case 'not-your-circle':
      return refusal('FORBIDDEN', 'You can only write for people you are among. Choose who can read it again.');
    case 'started-already':
      return refusal('CONFLICT', 'This collection is there already: look at the list of collections.');
    case 'full':
      return refusal('CONFLICT', 'This collection is full. Take a lesson out first, or start another collection.');
    case 'no-such-person':
      return wrongFields({ email: 'Nobody has signed in with that address yet. Ask them to sign in once' });
    case 'cannot-see-it':
      return wrongFields({ email: 'They could not read this collection: it is for people they are not among' });
    case 'enough-keepers':
      return wrongFields({ email: 'Twelve keepers are enough. Let one go first' });
    case 'last-keeper':
      return refusal('CONFLICT', 'Somebody has to keep it. Make somebody else a keeper first, or withdraw it.');
  }
}
