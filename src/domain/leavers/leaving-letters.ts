import type { Letterhead, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDate } from '../time/date-words.ts';

/** On the last day: what is still open, for keepers, the lead of the unit and the person. */
export const lastDayLetter = (
  to: { name: string; email: string },
  leaver: { id: string; name: string; leavingOn: string; open: readonly string[] },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: to.email,
  subject:
    leaver.open.length > 0 ? `Still open: ${leaver.name} is leaving` : `All handed over: ${leaver.name} is leaving`,
  name: to.name,
  paragraphs: [
    `the last day of ${leaver.name} at ${siteName} is ${sayDate(leaver.leavingOn)}.`,
    leaver.open.length > 0
      ? `This would leave with them:\n${leaver.open.map((line) => `- ${line}`).join('\n')}`
      : 'Nothing would leave with them. A keeper of the register can note that they have left.',
  ],
  link: { label: 'See what is open', url: `${siteUrl}/people/${leaver.id}/leaving` },
  closing: [siteName],
});
