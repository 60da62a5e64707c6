import { z } from 'astro/zod';
import { confirmComment, editComment, saveComment, withdrawComment } from '#domain/comments/comment-commands.ts';
import { commentPath, MOST_WORDS } from '#domain/comments/comment-rules.ts';
import { sayNamed } from '#domain/comments/naming-rules.ts';
import type { HoldReason } from '#domain/moderation/hold-rules.ts';
import { NOT_YOUR_HAT } from '#domain/people/hat-rules.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { COMMENT_OPTIONS, RENDERER_VERSION } from '#server/markdown.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { emailAddress, line, longText, madeId, optionalId, optionalLine } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail, writeOwnMail } from './limited.ts';
import { renderFields } from './rendered.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const words = longText(MOST_WORDS, 'Write what you want to say');
const place = { id: madeId, subjectId: madeId, replyToId: optionalId, words };

export const comments = {
  /** Somebody signed in says something. */
  say: guarded({
    input: z.object({ ...place, hat: optionalLine(200) }),
    async handler(input, context, site) {
      const writer = requireMember(context);
      const wish = { ...input, ...(await layOut(site, input.words)), writer, guest: null };
      const outcome = await writeOwnMail(context, 'comment', writer.person.id, (tx) =>
        saveComment(tx, wish, stationeryFor(context), context.locals.now),
      );
      const { hold } = placed(outcome);
      return { to: commentPath(input.id), notice: hold ? heldNotice(hold) : 'comment-said' };
    },
  }),

  /** Somebody who is not signed in says something: a letter asks them to confirm it. */
  ask: guarded({
    input: z.object({
      ...place,
      name: line(80, 'Enter your name, as it should stand beside your words'),
      email: emailAddress,
      /** A field that only a machine fills in. */
      trap: optionalLine(200),
    }),
    async handler({ name, email, trap, ...input }, context, site) {
      const { viewer, now } = context.locals;
      if (viewer.person) throw refusal('CONFLICT', 'You are signed in now. Open the page again to write as yourself.');
      if (trap) return { to: '/', notice: 'comment-asked' };
      await limitMail(context, 'comment', email);
      const said = await layOut(site, input.words);
      const wish = { ...input, ...said, hat: '', writer: viewer, guest: { name, email } };
      const { thread } = placed(await site.write((tx) => saveComment(tx, wish, stationeryFor(context), now)));
      return { to: `${thread.path}#comments`, notice: 'comment-asked' };
    },
  }),

  /** By the link of a letter: the address is right. */
  confirm: guarded({
    input: z.object({ token }),
    async handler({ token }, context, site) {
      const outcome = await site.write((tx) =>
        confirmComment(tx, hashToken(token), stationeryFor(context), context.locals.now),
      );
      if (outcome.kind === 'no-such-comment') throw gone();
      const notice = outcome.hold && outcome.hold !== 'unconfirmed' ? heldNotice(outcome.hold) : 'comment-confirmed';
      return { to: `/comments/confirmation/${token}`, notice };
    },
  }),

  /** By the link of a letter: takes it back. */
  takeBack: guarded({
    input: z.object({ token }),
    async handler({ token }, context, site) {
      const whose = { linkHash: hashToken(token) };
      const outcome = await site.write((tx) => withdrawComment(tx, whose, context.locals.now));
      if (outcome.kind !== 'withdrawn') throw gone();
      return { to: `/comments/confirmation/${token}`, notice: 'comment-withdrawn' };
    },
  }),

  /** Mends one's own words while that is possible. */
  edit: guarded({
    input: z.object({ id: madeId, words }),
    async handler({ id, words }, context, site) {
      const writer = requireMember(context);
      const said = await layOut(site, words);
      const outcome = await writeOwnMail(context, 'comment', writer.person.id, (tx) =>
        editComment(tx, { id, writer, ...said }, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind === 'no-such-comment') throw gone();
      if (outcome.kind === 'too-late')
        throw refusal('CONFLICT', 'The 15 minutes are over: others may have answered. Say it in a new comment.');
      if (outcome.kind === 'not-named') throw wrongFields({ words: sayNamed(outcome.named) });
      return { to: commentPath(id), notice: outcome.hold ? heldNotice(outcome.hold) : 'comment-edited' };
    },
  }),

  /** Takes one's own words back. */
  withdraw: guarded({
    input: z.object({ id: madeId }),
    async handler({ id }, context, site) {
      const writer = requireMember(context);
      const outcome = await site.write((tx) => withdrawComment(tx, { id, writer }, context.locals.now));
      if (outcome.kind !== 'withdrawn') throw gone();
      return { to: commentPath(id), notice: 'comment-withdrawn' };
    },
  }),
};

async function layOut(site: Pick<Site, 'markdown'>, words: string) {
  const html = await renderFields(site, { words }, COMMENT_OPTIONS);
  return { words, html: html.words, rendererVersion: RENDERER_VERSION };
}

/** Turns what is refused into its sentence. */
function placed(outcome: Awaited<ReturnType<typeof saveComment>>) {
  if (outcome.kind === 'no-such-thread')
    throw refusal('NOT_FOUND', 'What this stands under is not here any more. Copy your words before you go.');
  if (outcome.kind === 'no-such-comment')
    throw refusal('CONFLICT', 'The comment you answer is not there any more. Say it in a comment of its own.');
  if (outcome.kind === 'forged-hat') throw wrongFields({ hat: NOT_YOUR_HAT });
  if (outcome.kind === 'not-named') throw wrongFields({ words: sayNamed(outcome.named) });
  return outcome;
}

const heldNotice = (why: HoldReason) => (why === 'pre-election' ? 'comment-in-line' : 'comment-held');

const gone = () => refusal('NOT_FOUND', 'This comment is not there any more.');
