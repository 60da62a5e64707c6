import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import { mayHost } from '#domain/meetups/meetup-rules.ts';
import type { TopicWish } from '#domain/topics/topic-facts.ts';
import type { Site } from '#server/site.ts';
import type { Problems } from '#server/wrong-fields.ts';
import type { MeetupInput } from './meetup-fields.ts';
import { addressesIn, type Known, readPerson, unknownAddress } from './person-or-name.ts';

interface TypedTopic {
  number: number;
  id: string | null;
  title: string;
  question: string;
  /** A mail address stands for a person; anything else is a name. */
  lead: string;
}

/** The hosts and those who start a topic, looked up in one query, and what is wrong with them by field. */
export async function findPeople(input: MeetupInput, { read }: Pick<Site, 'read'>) {
  const typed = typedTopics(input);
  const leads = addressesIn(typed.map(({ lead }) => lead));
  const known = await listPeopleByEmail(read, [input.host, input.secondHost ?? '', ...leads]);
  const byEmail = (email: string) => known.find((person) => person.email === email.toLowerCase());
  return {
    hostId: byEmail(input.host)?.id ?? '',
    secondHostId: input.secondHost ? (byEmail(input.secondHost)?.id ?? null) : null,
    topics: typed.filter(({ title }) => title).map((topic) => readTopic(topic, byEmail(topic.lead))),
    problems: {
      ...wrongHost('host', input.host, byEmail(input.host), input),
      ...(input.secondHost && wrongHost('secondHost', input.secondHost, byEmail(input.secondHost), input)),
      ...(input.secondHost === input.host && { secondHost: 'Enter somebody else as second host' }),
      ...Object.assign({}, ...typed.map((topic) => wrongTopic(topic, byEmail(topic.lead)))),
    } as Problems,
  };
}

const typedTopics = (input: MeetupInput): TypedTopic[] => [
  { number: 1, id: input.topic1Id, title: input.topic1Title, question: input.topic1Question, lead: input.topic1Lead },
  { number: 2, id: input.topic2Id, title: input.topic2Title, question: input.topic2Question, lead: input.topic2Lead },
  { number: 3, id: input.topic3Id, title: input.topic3Title, question: input.topic3Question, lead: input.topic3Lead },
];

function readTopic({ id, title, question, lead }: TypedTopic, person: Known | undefined): TopicWish {
  const starts = readPerson(lead, person);
  return { id, title, question, leadId: starts.id, leadName: starts.name };
}

function wrongHost(field: string, email: string, person: Known | undefined, { circle }: MeetupInput): Problems {
  if (!person)
    return { [field]: `Nobody has signed in as ${email} yet. Ask them to sign in once, or choose another host` };
  return mayHost(person, circle) ? {} : { [field]: 'Choose a host from staff or a partner, who can see this meetup' };
}

function wrongTopic({ number, title, question, lead }: TypedTopic, person: Known | undefined): Problems {
  if (!title && (question || lead))
    return { [`topic${number}Title`]: 'Give this topic a title, or leave all of it empty' };
  return unknownAddress(`topic${number}Lead`, lead, person);
}
