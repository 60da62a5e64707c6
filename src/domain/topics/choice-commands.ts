import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Editor } from '../meetups/meetup-commands.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { keepEntry } from '../meetups/meetup-record-commands.ts';
import { MOST_TOPICS } from '../meetups/meetup-rules.ts';
import { isHost, stageOf } from '../meetups/rsvp-rules.ts';
import { listChosen, putInOrder } from './meetup-topic-commands.ts';
import { returnTopics, tellOfferers } from './return-commands.ts';
import type { Topic } from './topic-facts.ts';
import { chosenLetter } from './topic-letters.ts';
import { findTopic } from './topic-queries.ts';

/** A meetup, and which of its topics is meant. */
export interface Choice {
  meetupId: string;
  topicId: string;
}

/** Who starts a topic, who takes its notes and how long it lasts. */
export interface TopicRoles {
  id: string;
  leadId: string | null;
  leadName: string;
  noteTakerId: string | null;
  noteTakerName: string;
  minutes: number;
}

/** One topic of a running order, and what was typed about all of them when its button was pressed. */
export interface Move extends Choice {
  roles: readonly TopicRoles[];
}

const NO_SUCH_TOPIC = { kind: 'no-such-topic' as const };

/** Chooses an open topic of the series for a date, last in its running order. Whoever offered it starts it, and is told. */
export async function chooseTopic(
  tx: Writer,
  { meetupId, topicId }: Choice,
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const scene = await findScene(tx, meetupId, editor);
  if (scene.kind !== 'found') return scene;
  const { facts, chosen } = scene;
  if (stageOf({ ...facts.meetup, cancelledAt: facts.cancelledAt }, now) !== 'open') return { kind: 'closed' as const };
  if (chosen.length >= MOST_TOPICS) return { kind: 'full' as const };
  const found = await findTopic(tx, topicId);
  if (found?.series.id !== facts.meetup.seriesId) return NO_SUCH_TOPIC;
  if (found.topic.meetupId || found.topic.heldUntil || found.withdrawal) return NO_SUCH_TOPIC;
  if (found.series.circle !== facts.meetup.circle) return { kind: 'other-circle' as const };
  const topic = { ...found.topic, meetupId, leadId: found.topic.leadId ?? found.topic.offeredById };
  const { topics } = tx.tables;
  await tx.update(topics).set({ meetupId, leadId: topic.leadId }).where(eq(topics.id, topicId));
  await settle(tx, facts, [...chosen, topic], now);
  await tellOfferers(tx, [topic], chosenLetter(facts.meetup), editor.person.id, stationery, now);
  return { kind: 'chosen' as const, slug: facts.meetup.slug };
}

/** Takes a topic off a date: back to the list, where whoever offered it is told, or away when a host had typed it in. */
export async function takeTopicOff(
  tx: Writer,
  { meetupId, topicId, roles }: Move,
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const scene = await findScene(tx, meetupId, editor);
  if (scene.kind !== 'found') return scene;
  const dropped = scene.chosen.filter(({ id }) => id === topicId);
  if (dropped.length === 0) return NO_SUCH_TOPIC;
  await keepRoles(tx, roles, scene.chosen);
  await returnTopics(tx, dropped, scene.facts.meetup, editor.person.id, stationery, now);
  await settle(
    tx,
    scene.facts,
    scene.chosen.filter(({ id }) => id !== topicId),
    now,
  );
  return { kind: 'taken-off' as const, slug: scene.facts.meetup.slug };
}

/** Moves a topic one place up in the running order; the first stays where it is. */
export async function moveTopicUp(tx: Writer, { meetupId, topicId, roles }: Move, editor: Editor, now: Date) {
  const scene = await findScene(tx, meetupId, editor);
  if (scene.kind !== 'found') return scene;
  const order = [...scene.chosen];
  const at = order.findIndex(({ id }) => id === topicId);
  if (at < 0) return NO_SUCH_TOPIC;
  await keepRoles(tx, roles, scene.chosen);
  order.splice(Math.max(0, at - 1), 0, ...order.splice(at, 1));
  await settle(tx, scene.facts, order, now);
  return { kind: 'moved' as const, slug: scene.facts.meetup.slug };
}

/** Says of each topic of a date who starts it, who takes notes and how long it lasts. Topics that have gone since are left out. */
export async function saveRoles(
  tx: Writer,
  { meetupId, roles }: { meetupId: string; roles: readonly TopicRoles[] },
  editor: Editor,
  now: Date,
) {
  const scene = await findScene(tx, meetupId, editor);
  if (scene.kind !== 'found') return scene;
  await keepRoles(tx, roles, scene.chosen);
  await settle(tx, scene.facts, scene.chosen, now);
  return { kind: 'saved' as const, slug: scene.facts.meetup.slug };
}

/** Types a topic straight into a date, last in its running order. */
export async function typeTopicIn(
  tx: Writer,
  {
    meetupId,
    ...words
  }: { meetupId: string; title: string; question: string; leadId: string | null; leadName: string },
  editor: Editor,
  newId: () => string,
  now: Date,
) {
  const scene = await findScene(tx, meetupId, editor);
  if (scene.kind !== 'found') return scene;
  if (scene.chosen.length >= MOST_TOPICS) return { kind: 'full' as const };
  const [topic] = await tx
    .insert(tx.tables.topics)
    .values({ ...words, id: newId(), meetupId })
    .returning();
  if (topic) await settle(tx, scene.facts, [...scene.chosen, topic], now);
  return { kind: 'typed-in' as const, slug: scene.facts.meetup.slug };
}

async function findScene(tx: Writer, meetupId: string, editor: Editor) {
  const facts = await findFacts(tx, meetupId);
  if (!facts) return { kind: 'no-such-meetup' as const };
  if (!isHost(facts.meetup, editor)) return { kind: 'not-yours' as const };
  return { kind: 'found' as const, facts, chosen: await listChosen(tx, meetupId) };
}

async function keepRoles(tx: Writer, roles: readonly TopicRoles[], chosen: readonly Topic[]) {
  const { topics } = tx.tables;
  for (const { id, ...role } of roles)
    if (chosen.some((topic) => topic.id === id)) await tx.update(topics).set(role).where(eq(topics.id, id));
}

/** The running order as it is now; a form that was opened before is told so, and search finds the new words. */
async function settle(tx: Writer, facts: MeetupFacts, order: readonly Topic[], now: Date) {
  const { meetups } = tx.tables;
  await putInOrder(
    tx,
    facts.meetup.id,
    order.map(({ id }) => id),
  );
  await tx.update(meetups).set({ updatedAt: now }).where(eq(meetups.id, facts.meetup.id));
  await keepEntry(tx, facts);
}
