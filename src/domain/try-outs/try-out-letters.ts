import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import type { Stationery } from '../mail/stationery.ts';
import { RESULT_WORDS, type Result } from './standing-rules.ts';
import type { FoundTryOut } from './try-out-queries.ts';

/** Asks somebody how it went, who said that they would try it. */
export const askingLetter = (
  { lesson, person }: FoundTryOut,
  to: string,
  token: string,
  { siteUrl }: Stationery,
): Letter => ({
  to,
  subject: `How did it go? “${lesson.title}”`,
  name: person.name,
  paragraphs: [
    `You said that you would try “${lesson.title}”.${lesson.tryThis ? ` It says: ${lesson.tryThis}` : ''}`,
    'Did it work, partly, or not? Or have you not got round to it? One press and a line is all we ask. What did not work helps others most.',
  ],
  link: { label: 'Say how it went', url: `${siteUrl}/try-outs/${token}` },
});

interface ResultFacts extends Pick<FoundTryOut, 'lesson' | 'person' | 'place'> {
  author: { name: string; email: string | null };
  result: Result;
  difference: string;
}

/** Tells an author what became of their lesson. The name only if whoever tried it shows it to everyone. */
export const resultLetter = (
  { author, lesson, person, place, result, difference }: ResultFacts,
  { siteUrl }: Stationery,
): LetterOfKind => ({
  kind: 'lessons',
  to: author.email ?? '',
  subject: `Somebody tried “${lesson.title}”`,
  name: author.name,
  paragraphs: [
    `${[person.showsName && person.name, place].filter(Boolean).join(', ') || 'Somebody'} tried what you wrote. ${RESULT_WORDS[result]}.`,
    ...(difference ? [`What was different: ${difference}`] : []),
  ],
  link: { label: 'See what became of it', url: `${siteUrl}/lessons/${lesson.slug}#tried` },
});

/** Asks an author, once a year, whether their lessons are still true. */
export const stillTrueLetter = (
  author: { name: string; email: string },
  lessons: readonly { slug: string; title: string }[],
  { siteUrl }: Stationery,
): LetterOfKind => ({
  kind: 'lessons',
  to: author.email,
  subject: lessons.length === 1 ? `Still true? “${lessons[0]?.title}”` : 'Are your lessons still true?',
  name: author.name,
  paragraphs: [
    'It is a year since anybody touched, tried or confirmed what you wrote here. Is it still true? On its page you can say so with one press, change it or withdraw it.',
    ...lessons.map(({ slug, title }) => `${title}\n${siteUrl}/lessons/${slug}/still-true`),
  ],
});
