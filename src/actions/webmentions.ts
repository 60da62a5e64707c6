import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { localDay } from '#domain/time/date-words.ts';
import { findSubject } from '#domain/webmentions/subject-queries.ts';
import { decideWebmention, receiveWebmention } from '#domain/webmentions/webmention-commands.ts';
import { readSource } from '#domain/webmentions/webmention-rules.ts';
import { refusal, requireModerator } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { changeRead, choice, line, madeId, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { writeForStranger } from './limited.ts';

const told = z.object({
  source: line(2000, 'Give the address of the page that speaks of ours'),
  target: line(2000, 'Give the address of the page of ours that it speaks of'),
});

export const webmentions = {
  /** Another site tells that a page of its own speaks of one of ours. It must not be led on: the page itself answers. */
  receive: guarded({
    input: told,
    handler: async (addresses, context, site) => ({ shown: await receive(addresses, context, site) }),
  }),

  /** Somebody tells the same by hand. */
  tell: guarded({
    input: told,
    async handler(addresses, context, site) {
      const { id } = await receive(addresses, context, site);
      return { to: `/webmention/${id}` };
    },
  }),

  /** A moderator lets it be shown under the page it speaks of, or does not. */
  decide: guarded({
    input: z.object({
      ...{ id: madeId, changedAt: changeRead, ofWholeSite: tick },
      kind: choice(['shown', 'refused'], 'Choose one'),
    }),
    async handler(decided, context, site) {
      const { person } = requireModerator(context);
      const outcome = await site.write((tx) => decideWebmention(tx, decided, person, context.locals.now));
      if (outcome.kind === 'changed-since')
        throw refusal('CONFLICT', 'Its words were changed while you read them. Read them again, then decide.');
      if (outcome.kind !== 'decided')
        throw refusal('NOT_FOUND', 'This is gone: its page does not link to us any more.');
      return { to: '/webmention/waiting', notice: `webmention-${decided.kind}` };
    },
  }),
};

async function receive(
  addresses: z.output<typeof told>,
  context: ActionAPIContext,
  { read, newId }: Site & { newId: () => string },
) {
  const { now, site } = context.locals;
  if (!site.takesWebmentions) throw refusal('NOT_FOUND', 'This site does not take webmentions.');
  const source = readSource(addresses.source, site.url);
  const subject = await findSubject(read, addresses.target, { siteUrl: site.url, today: localDay(now, site.zone) });
  if (!source || !subject)
    throw wrongFields({
      ...(!source && { source: 'Give the whole address of a page elsewhere, such as https://blog.example.org/a-page' }),
      ...(!subject && { target: 'Give the address of a lesson, a meetup or a channel here that everybody can read' }),
    });
  return writeForStranger(context, 'webmention', source.host, (tx) =>
    receiveWebmention(tx, { id: newId(), source, ...subject }, now),
  );
}
