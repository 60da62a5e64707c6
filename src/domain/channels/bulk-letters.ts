import type { LetterOfKind } from '../mail/letter-rules.ts';

/** More than that is for reading on the site. */
const MOST_LINES = 30;

/** Tells somebody what a keeper changed on channels they answer for, before or after. `lines` say it, one to a channel. */
export function bulkLetter(
  person: { name: string; email: string },
  keeper: string,
  lines: readonly string[],
  { siteName, siteUrl }: { siteName: string; siteUrl: string },
): LetterOfKind {
  const channels = lines.length === 1 ? 'a channel' : `${lines.length} channels`;
  const more = lines.length - MOST_LINES;
  return {
    kind: 'channels',
    to: person.email,
    subject: `${keeper || 'A keeper'} changed ${channels} that concern you`,
    name: person.name,
    paragraphs: [
      `${keeper || 'A keeper of the register'} at ${siteName} changed what the register says of ${channels} that you answer for, or did until now:`,
      ...lines.slice(0, MOST_LINES),
      ...(more > 0 ? [`And ${more} more, in the same way.`] : []),
    ],
    link: { label: 'Open the register', url: `${siteUrl}/channels` },
    closing: ['If something of it is wrong, say so on the channel’s page, or answer whoever changed it.'],
  };
}
