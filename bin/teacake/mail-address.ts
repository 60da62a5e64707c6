import { z } from 'astro/zod';
import { InvalidArgumentError } from 'commander';
import { normaliseEmail } from '#domain/people/people-rules.ts';

/** One spelling of a mail address that was typed, if it has the form of one: nobody can sign in with another. */
export function mailFrom(typed: string): string {
  const email = normaliseEmail(typed);
  if (z.email().safeParse(email).success) return email;
  throw new InvalidArgumentError('Give a mail address, such as name@example.org.');
}
