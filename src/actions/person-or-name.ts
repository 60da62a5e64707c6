import type { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import type { Problems } from '#server/wrong-fields.ts';

/** Somebody of this site who was looked up by their address. */
export type Known = Awaited<ReturnType<typeof listPeopleByEmail>>[number];

const isAddress = (typed: string) => typed.includes('@');

/** The mail addresses among fields that take an address or a name. */
export const addressesIn = (typed: readonly string[]): string[] =>
  typed.filter(isAddress).map((address) => address.toLowerCase());

/** What was typed as somebody of this site, or as a name. */
export const readPerson = (typed: string, person: Known | undefined): { id: string | null; name: string } =>
  person ? { id: person.id, name: '' } : { id: null, name: typed };

/** What is wrong with a field that holds an address nobody is known by. */
export const unknownAddress = (field: string, typed: string, person: Known | undefined): Problems =>
  isAddress(typed) && !person ? { [field]: `Nobody has signed in as ${typed} yet. Write the name instead` } : {};
