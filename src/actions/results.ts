import { z } from 'astro/zod';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { countsFollowers } from '#domain/results/relook-rules.ts';
import { addResult } from '#domain/results/result-commands.ts';
import { localDay } from '#domain/time/date-words.ts';
import { proposeTopic } from '#domain/topics/proposal-commands.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, optionalLine } from './fields.ts';
import { guarded } from './guarded.ts';
import { writeOwnMail } from './limited.ts';

const GONE = 'This channel is not there any more. Somebody may have closed it meanwhile.';
const NOT_YOURS = 'Only its owner, its deputy or a keeper of the register can say so.';
const slug = line(100, GONE);

export const results = {
  /** Those who answer for a channel say what came of it. */
  add: guarded({
    input: z.object({
      slug,
      words: line(300, 'Say what changed'),
      benefits: optionalLine(200),
      resultOn: z.iso.date('Enter the day'),
      circle: choice(CIRCLES, 'Choose who can see it'),
    }),
    async handler({ slug, ...wish }, context, site) {
      const viewer = requireMember(context);
      const { now, site: facts } = context.locals;
      const today = localDay(now, facts.zone);
      if (wish.resultOn > today) throw wrongFields({ resultOn: 'Enter a day that is not ahead' });
      const channel = await findChannel(site.read, viewer, slug, today);
      if (!channel) throw refusal('NOT_FOUND', GONE);
      const result = { channelId: channel.id, ...wish };
      const outcome = await site.write((tx) => addResult(tx, viewer, result, site.newId, now));
      if (outcome.kind === 'no-such-channel') throw refusal('NOT_FOUND', GONE);
      if (outcome.kind === 'not-yours') throw refusal('FORBIDDEN', NOT_YOURS);
      const notice = countsFollowers(wish.words) ? 'result-counts' : 'result-added';
      return { to: `/channels/${slug}/results`, notice };
    },
  }),

  /** Those who answer for a channel ask the next café what to do with it. */
  propose: guarded({
    input: z.object({ slug, question: line(300, 'Say what you wonder about it') }),
    async handler({ slug, question }, context, site) {
      const viewer = requireMember(context);
      const { now, site: facts } = context.locals;
      const channel = await findChannel(site.read, viewer, slug, localDay(now, facts.zone));
      if (!channel) throw refusal('NOT_FOUND', GONE);
      if (!channel.isHolder) throw refusal('FORBIDDEN', NOT_YOURS);
      const topic = { title: `Still worth it? ${channel.name}`, question, kind: 'help-me' as const };
      const outcome = await writeOwnMail(context, 'topic', viewer.person.id, (tx) =>
        proposeTopic(tx, viewer, topic, site.newId, now),
      );
      if (outcome.kind === 'no-series')
        throw refusal('CONFLICT', 'No series has a date ahead. Try again once one is planned.');
      const notice = outcome.kind === 'offered' ? 'topic-offered' : 'topic-there-already';
      return { to: `/series/${outcome.slug}/topics`, notice };
    },
  }),
};
