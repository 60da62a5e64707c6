import { circlesSeenBy } from '#domain/people/viewer.ts';
import { offerTopic } from '#domain/topics/offer-commands.ts';
import type { TopicKind } from '#domain/topics/topic-facts.ts';
import { castVote } from '#domain/topics/vote-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoPerson, type DemoRoom, named } from './demo-room.ts';
import { demoTopics } from './demo-topics.ts';

type Row = (typeof demoTopics)[number];

/** Who takes what somebody says on the phone. */
const AT_THE_PHONE = 'folake';
/** Those whose votes are left for a newcomer to give. */
const PERSONAS = ['rosa', 'lena', 'kofi', 'parveen', 'ada'];

/** The list of the café: what people offered, and what others say for it. */
export async function seedTopics(room: DemoRoom, seriesId: string) {
  const voters = [...room.people.values()].filter(({ key }) => !PERSONAS.includes(key));
  for (const row of demoTopics) {
    const topicId = await seedOffer(room, seriesId, row);
    for (const voter of voters.splice(0, Number(row.votes))) await seedVote(room, topicId, voter);
  }
}

async function seedOffer({ tx, people, chance, now }: DemoRoom, seriesId: string, row: Row): Promise<string> {
  const topicId = chance.newId();
  const { title, question } = row;
  const offer = { seriesId, circles: circlesSeenBy('staff'), title, question, kind: row.kind as TopicKind };
  const person = row.key ? named(people, row.key) : undefined;
  const rang = { route: 'phone', enteredById: named(people, AT_THE_PHONE).id, isNew: true } as const;
  const who = {
    ...{ personId: person?.id ?? null, name: person?.name ?? row.name, email: person?.email ?? null },
    ...(person ? { route: 'web' as const, enteredById: null } : rang),
  };
  const outcome = await offerTopic(tx, offer, who, () => topicId, daysBefore(now, Number(row.daysAgo)));
  if (outcome.kind !== 'offered') throw new Error(`The demo cannot offer “${title}”: ${outcome.kind}.`);
  return topicId;
}

async function seedVote({ tx, now }: DemoRoom, topicId: string, { id, circle }: DemoPerson) {
  const ballot = { topicId, personId: id, circles: circlesSeenBy(circle), route: 'web' as const, enteredById: null };
  const outcome = await castVote(tx, ballot, daysBefore(now, 1));
  if (outcome.kind !== 'voted') throw new Error(`The demo cannot vote: ${outcome.kind}.`);
}
