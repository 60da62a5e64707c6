import { z } from 'astro/zod';
import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import type { TopicRoles } from '#domain/topics/choice-commands.ts';
import { USUAL_MINUTES } from '#domain/topics/topic-rules.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { optionalId, optionalLine, optionalNumber } from './fields.ts';
import { addressesIn, type Known, readPerson, unknownAddress } from './person-or-name.ts';
import { recordId } from './rsvp-parts.ts';

const minutes = optionalNumber(5, 240, 'Enter how many minutes, from 5 to 240');

/** Who does what for each topic of a running order, numbered; a place without an id is empty. */
export const roleFields = z.object({
  meetupId: recordId,
  topic1Id: optionalId,
  topic1Lead: optionalLine(120),
  topic1NoteTaker: optionalLine(120),
  topic1Minutes: minutes,
  topic2Id: optionalId,
  topic2Lead: optionalLine(120),
  topic2NoteTaker: optionalLine(120),
  topic2Minutes: minutes,
  topic3Id: optionalId,
  topic3Lead: optionalLine(120),
  topic3NoteTaker: optionalLine(120),
  topic3Minutes: minutes,
});

type RoleInput = Omit<z.output<typeof roleFields>, 'meetupId'>;

/** The roles as they were typed, people looked up by their addresses. @throws wrong fields, each with its sentence. */
export async function readRoles(input: RoleInput, { read }: Pick<Site, 'read'>): Promise<TopicRoles[]> {
  const typed = typedRoles(input);
  const known = await listPeopleByEmail(read, addressesIn(typed.flatMap(({ lead, noteTaker }) => [lead, noteTaker])));
  const who = (name: string): Known | undefined => known.find(({ email }) => email === name.toLowerCase());
  const wrong = Object.assign(
    {},
    ...typed.flatMap(({ number, lead, noteTaker }) => [
      unknownAddress(`topic${number}Lead`, lead, who(lead)),
      unknownAddress(`topic${number}NoteTaker`, noteTaker, who(noteTaker)),
    ]),
  );
  if (Object.keys(wrong).length > 0) throw wrongFields(wrong);
  return typed.map(({ id, lead, noteTaker, minutes }) => {
    const [starts, notes] = [readPerson(lead, who(lead)), readPerson(noteTaker, who(noteTaker))];
    const people = { leadId: starts.id, leadName: starts.name, noteTakerId: notes.id, noteTakerName: notes.name };
    return { id, ...people, minutes: minutes ?? USUAL_MINUTES };
  });
}

const typedRoles = (input: RoleInput) =>
  ([1, 2, 3] as const).flatMap((number) => {
    const id = input[`topic${number}Id`];
    const [lead, noteTaker] = [input[`topic${number}Lead`], input[`topic${number}NoteTaker`]];
    return id ? [{ number, id, lead, noteTaker, minutes: input[`topic${number}Minutes`] }] : [];
  });
