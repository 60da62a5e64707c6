import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Letter } from '../mail/letter-rules.ts';
import { type Post, queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Topic } from './topic-facts.ts';
import type { TopicLetterFacts } from './topic-letters.ts';

export interface TopicPost {
  topic: Topic;
  to: string;
  series: TopicLetterFacts['series'];
  letter: (facts: TopicLetterFacts) => Letter;
  /** Where its link leads; without it, the letter is for whoever offered the topic and has a link of its own to it. */
  path?: string;
}

/** Queues letters about topics; nothing for those who have left. */
export async function queueTopicLetters(tx: Writer, post: readonly TopicPost[], stationery: Stationery, now: Date) {
  const written: Post[] = [];
  for (const { letter, path, ...facts } of post) {
    const link = stationery.siteUrl + (path ?? (await addLink(tx, facts.topic, stationery)));
    written.push({ id: stationery.newId(), letter: letter({ ...facts, link, siteName: stationery.siteName }) });
  }
  await queueLetters(tx, written, stationery, now);
}

async function addLink(tx: Writer, { id: topicId }: Topic, stationery: Stationery): Promise<string> {
  const { token, hash } = stationery.newToken();
  await tx.insert(tx.tables.topicLinks).values({ id: hash, topicId });
  return `/topics/${token}`;
}

/** The address of whoever offered a topic; undefined for one who came by phone or at the counter. */
export async function findAddress(tx: Writer, { email, offeredById }: Topic): Promise<string | undefined> {
  if (email || !offeredById) return email ?? undefined;
  const { people } = tx.tables;
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, offeredById));
  return person?.email ?? undefined;
}
