import type { Letter } from '../mail/letter-rules.ts';

interface Head {
  siteName: string;
  siteUrl: string;
}

interface Person {
  name: string;
  email: string;
}

/** More than that is for reading on the page. */
const MOST_NAMED = 20;

/** Asks somebody to take channels over. */
export const askLetter = (
  person: Person,
  { names, asker, token }: { names: readonly string[]; asker: string; token: string },
  { siteName, siteUrl }: Head,
): Letter => ({
  to: person.email,
  subject: `Will you take over ${sayHowMany(names)}?`,
  greeting: `Hello ${person.name},`,
  paragraphs: [
    `${asker || 'A keeper of the register'} at ${siteName} asks you to take over ${names.length === 1 ? 'a channel' : `${names.length} channels`}:`,
    listNames(names),
    'The page below says what each of them is. Nothing changes before you accept; then a short list says what has to be done on the platform, and both of you sign.',
  ],
  link: { label: 'Accept or decline', url: `${siteUrl}/hand-overs/answer/${token}` },
  closing: ['If it is not for you, decline there. Whoever asked hears of it, and asks somebody else.'],
});

const sayHowMany = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} channels`);

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `- ${name}`);
  return [...shown, ...(names.length > MOST_NAMED ? [`and ${names.length - MOST_NAMED} more`] : [])].join('\n');
}
