import type { Addressee, Letter, Letterhead, LetterOfKind } from '../mail/letter-rules.ts';

/** More than that is for reading on the page. */
const MOST_NAMED = 20;

/** Asks somebody to take channels over. */
export const askLetter = (
  person: Addressee,
  { names, also, asker, token }: { names: readonly string[]; also: readonly string[]; asker: string; token: string },
  { siteName, siteUrl }: Letterhead,
): Letter => ({
  to: person.email,
  subject: names.length > 0 ? `Will you take over ${sayHowMany(names)}?` : 'Something is yours now',
  name: person.name,
  paragraphs: [
    ...(names.length > 0
      ? [
          `${asker || 'A keeper of the register'} at ${siteName} asks you to take over ${names.length === 1 ? 'a channel' : `${names.length} channels`}:`,
          listNames(names),
          'The page below says what each of them is. Nothing changes before you accept; then a short list says what has to be done on the platform, and both of you sign.',
        ]
      : []),
    ...(also.length > 0 ? [`${asker || 'A keeper'} has also noted that from now on:`, listNames(also)] : []),
  ],
  link:
    names.length > 0
      ? { label: 'Accept or decline', url: `${siteUrl}/hand-overs/answer/${token}` }
      : { label: 'Look at it', url: `${siteUrl}/profile` },
  closing: ['If it is not for you, decline there. Whoever asked hears of it, and asks somebody else.'],
});

/** Tells whoever asked, and whoever has it now, what the answer is. */
export const answerLetter = (
  person: Addressee,
  { actor, names, accepts, words }: { actor: string; names: readonly string[]; accepts: boolean; words: string },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: `${actor} ${accepts ? 'takes over' : 'declines'} ${sayHowMany(names)}`,
  name: person.name,
  paragraphs: [
    `${actor} ${accepts ? 'accepts' : 'declines'}:`,
    listNames(names),
    ...(words ? [`In their words: ${words}`] : []),
    accepts
      ? 'Now do what the list says on the platform, tick it off, and sign. So does the other side. Nothing changes in the register before both have signed.'
      : 'Nothing has changed. Ask somebody else.',
  ],
  link: { label: accepts ? 'Open the list' : 'See all hand-overs', url: `${siteUrl}/hand-overs` },
  closing: [siteName],
});

/** Tells those who had a part in it that a hand-over was called off. */
export const calledOffLetter = (
  person: Addressee,
  { actor, name, words }: { actor: string; name: string; words: string },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: `Called off: the hand-over of ${name}`,
  name: person.name,
  paragraphs: [
    `${actor || 'Somebody'} has called off the hand-over of ${name}. It stays with whoever had it.`,
    ...(words ? [`In their words: ${words}`] : []),
  ],
  link: { label: 'See all hand-overs', url: `${siteUrl}/hand-overs` },
  closing: [siteName],
});

/** Tells the other side what was signed: it is done, or it is their turn. */
export const signedLetter = (
  person: Addressee,
  { actor, done, waiting }: { actor: string; done: readonly string[]; waiting: readonly string[] },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: waiting.length > 0 ? `Your turn to sign: ${sayHowMany(waiting)}` : `Handed over: ${sayHowMany(done)}`,
  name: person.name,
  paragraphs: [
    ...(done.length > 0 ? [`${actor} has signed, and so both have. These are handed over:`, listNames(done)] : []),
    ...(waiting.length > 0
      ? [`${actor} has signed for these. Look at what was ticked off, and sign as well:`, listNames(waiting)]
      : []),
  ],
  link: { label: 'Open the list', url: `${siteUrl}/hand-overs` },
  closing: [siteName],
});

/** Reminds somebody, once a week, of what is open. */
export const reminderLetter = (
  person: Addressee,
  { asked, toDo }: { asked: readonly string[]; toDo: readonly string[] },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: `Still open: the hand-over of ${sayHowMany([...asked, ...toDo])}`,
  name: person.name,
  paragraphs: [
    ...(asked.length > 0 ? ['somebody waits for your answer about these:', listNames(asked)] : []),
    ...(toDo.length > 0 ? ['these are accepted, but not everything is ticked off and signed:', listNames(toDo)] : []),
  ],
  link: { label: 'Open the list', url: `${siteUrl}/hand-overs` },
  closing: [siteName],
});

const sayHowMany = (names: readonly string[]) => (names.length === 1 ? names[0] : `${names.length} channels`);

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `- ${name}`);
  return [...shown, ...(names.length > MOST_NAMED ? [`and ${names.length - MOST_NAMED} more`] : [])].join('\n');
}
