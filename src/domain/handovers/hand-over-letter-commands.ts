import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJobBy } from '../jobs/job-commands.ts';
import type { LetterOfKind } from '../mail/letter-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { REMINDER, reminderAt } from './hand-over-rules.ts';

/** What one person is told: about one channel, or about many of them. */
export interface Told {
  /** Nobody is told when it is null. */
  personId: string | null;
  /** The channel. */
  name: string;
}

type Compose = (person: { name: string; email: string }, names: string[], actor: string) => LetterOfKind;

/** Writes one letter to each of those who are told, about all that concerns them; none to whoever did it. */
export async function tellParties(
  tx: Writer,
  { told, actorId, compose }: { told: readonly Told[]; actorId: string | null; compose: Compose },
  stationery: Stationery,
  now: Date,
) {
  const { people } = tx.tables;
  const ids = [...new Set(told.map(({ personId }) => personId))].filter((id) => id !== null);
  if (ids.length === 0) return;
  const { id, name, email } = people;
  const wanted = actorId ? [...ids, actorId] : ids;
  const known = await tx.select({ id, name, email }).from(people).where(inArray(id, wanted));
  const actor = known.find((person) => person.id === actorId)?.name ?? '';
  const post = known.flatMap((person) => {
    const names = told.filter(({ personId }) => personId === person.id).map((one) => one.name);
    if (person.id === actorId || !person.email || names.length === 0) return [];
    return [{ id: stationery.newId(), letter: compose({ ...person, email: person.email }, names, actor) }];
  });
  await queueLetters(tx, post, stationery, now);
}

/** Plans to remind these people, in a week, of what is open by then. */
export async function planReminder(tx: Writer, personIds: readonly (string | null)[], newId: () => string, now: Date) {
  for (const subjectId of new Set(personIds))
    if (subjectId) await planJobBy(tx, { id: newId(), kind: REMINDER, subjectId, dueAt: reminderAt(now) });
}
