import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import type { TopicWish } from '#domain/meetups/meetup-record-commands.ts';
import { mayHost } from '#domain/meetups/meetup-rules.ts';
import type { Site } from '#server/site.ts';
import type { Problems } from '#server/wrong-fields.ts';
import type { MeetupInput } from './meetup-fields.ts';

type Known = Awaited<ReturnType<typeof listPeopleByEmail>>[number];

interface TypedTopic {
  number: number;
  title: string;
  question: string;
  /** A mail address stands for a person; anything else is a name. */
  lead: string;
}

/** The hosts and those who start a topic, looked up in one query, and what is wrong with them by field. */
export async function findPeople(input: MeetupInput, { read }: Pick<Site, 'read'>) {
  const typed = typedTopics(input);
  const leads = typed.map(({ lead }) => lead.toLowerCase()).filter((lead) => lead.includes('@'));
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
  { number: 1, title: input.topic1Title, question: input.topic1Question, lead: input.topic1Lead },
  { number: 2, title: input.topic2Title, question: input.topic2Question, lead: input.topic2Lead },
  { number: 3, title: input.topic3Title, question: input.topic3Question, lead: input.topic3Lead },
];

const readTopic = ({ title, question, lead }: TypedTopic, person: Known | undefined): TopicWish =>
  person ? { title, question, leadId: person.id, leadName: '' } : { title, question, leadId: null, leadName: lead };

function wrongHost(field: string, email: string, person: Known | undefined, { circle }: MeetupInput): Problems {
  if (!person)
    return { [field]: `Nobody has signed in as ${email} yet. Ask them to sign in once, or choose another host` };
  return mayHost(person, circle) ? {} : { [field]: 'Choose a host from staff or a partner, who can see this meetup' };
}

function wrongTopic({ number, title, question, lead }: TypedTopic, person: Known | undefined): Problems {
  if (!title && (question || lead))
    return { [`topic${number}Title`]: 'Give this topic a title, or leave all of it empty' };
  return lead.includes('@') && !person
    ? { [`topic${number}Lead`]: `Nobody has signed in as ${lead} yet. Write the name instead` }
    : {};
}
