import { aliasedTable, asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { ArrangedTopic } from './topic-facts.ts';
import { originOf } from './topic-list-queries.ts';

/**
 * The topics of a meetup as its hosts arrange them: people by the address or the name that stands for them in a form, and
 * the unit or partner that each comes from. Only for its hosts.
 */
export async function listRunningOrder(read: Reader, meetupId: string): Promise<ArrangedTopic[]> {
  const { topics, people, units, organisations } = read.tables;
  const noteTakers = aliasedTable(people, 'note_takers');
  const rows = await read
    .select({
      topic: topics,
      lead: { email: people.email, name: people.name },
      noteTaker: { email: noteTakers.email, name: noteTakers.name },
      unit: { id: units.id, name: units.name, aliases: units.aliases },
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(topics)
    .leftJoin(people, eq(people.id, topics.leadId))
    .leftJoin(noteTakers, eq(noteTakers.id, topics.noteTakerId))
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(topics.meetupId, meetupId))
    .orderBy(asc(topics.position));
  return rows.map(({ topic, lead, noteTaker, ...from }) => ({
    id: topic.id,
    title: topic.title,
    minutes: topic.minutes,
    isOffered: topic.seriesId !== null,
    lead: lead?.email ?? lead?.name ?? topic.leadName,
    noteTaker: noteTaker?.email ?? noteTaker?.name ?? topic.noteTakerName,
    origin: originOf(from),
  }));
}
