import { z } from 'astro/zod';
import { TOPIC_KINDS } from '#domain/topics/topic-rules.ts';
import { refusal } from '#server/guards.ts';
import { choice, line } from './fields.ts';

const GONE = 'This topic is not on the list any more. Look at the list again.';

export const topicId = z.string({ error: GONE }).max(64, GONE);

/** What everybody says who offers a topic. */
export const offerFields = {
  seriesId: z.string({ error: GONE }).max(64, GONE),
  title: line(120, 'Give the topic a title, such as “Posters made by bus drivers”'),
  question: line(300, 'Say what you wonder, or what the problem is'),
  kind: choice(TOPIC_KINDS, 'Choose what kind of topic it is'),
};

/** Why nothing was changed, in a sentence. */
const SENTENCES = {
  'no-such-series': ['NOT_FOUND', 'This series is not here any more. Look at the list of meetups.'],
  'no-such-meetup': ['NOT_FOUND', 'This meetup is gone. Look for it among all meetups.'],
  'no-such-topic': ['NOT_FOUND', GONE],
  'not-open': ['CONFLICT', 'This topic is chosen already, or was taken back, so it takes no more votes.'],
  'no-votes-left': ['CONFLICT', 'All three of your votes are given. Take one back first.'],
  'not-yours': ['FORBIDDEN', 'Only whoever offered it, or a host, can do this. Ask one of them, or an admin.'],
  over: ['CONFLICT', 'This topic has been talked about, so it can no longer be withdrawn.'],
  'is-chosen': ['CONFLICT', 'This topic is chosen for a meetup. Take it back to the list first.'],
  closed: ['CONFLICT', 'This meetup has started, is over or is cancelled, so no more topics can be chosen for it.'],
  full: ['CONFLICT', 'Three topics are chosen already. Take one back first.'],
  'other-circle': [
    'CONFLICT',
    'This topic was offered to other people than those who can see this meetup. Choose it for a date that the same people can see.',
  ],
} as const;

type Refused = { kind: keyof typeof SENTENCES };

/** Turns what is refused into its sentence. */
export function refuseTopic<Outcome extends { kind: string }>(outcome: Outcome): Exclude<Outcome, Refused> {
  const sentence = SENTENCES[outcome.kind as Refused['kind']];
  if (sentence) throw refusal(sentence[0], sentence[1]);
  return outcome as Exclude<Outcome, Refused>;
}
