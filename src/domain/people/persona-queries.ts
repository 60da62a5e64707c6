import { eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** The people a newcomer can be in the demo. */
export const DEMO_PERSONAS = ['resident', 'librarian', 'partner', 'keeper', 'admin'] as const;
export type Persona = (typeof DEMO_PERSONAS)[number];

/** The addresses the demo gives them; `server/demo` writes the people, the banner signs them in. */
export const PERSONA_ADDRESSES: Record<Persona, string> = {
  resident: 'rosa@home.example',
  librarian: 'lena@sandford.example',
  partner: 'parveen@riverside-trust.example',
  keeper: 'kofi@sandford.example',
  admin: 'ada@sandford.example',
};

/** The person behind a persona. */
export async function findPersona(read: Reader, persona: Persona) {
  const { people } = read.tables;
  const [person] = await read
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, PERSONA_ADDRESSES[persona]));
  return person;
}
