import type { Letter } from '../mail/letter-rules.ts';

/** Asks somebody to finish what was planned for the end of a channel. */
export const closingDueLetter = (
  to: { name: string; email: string | null },
  { slug, name, open }: { slug: string; name: string; open: number },
  siteUrl: string,
): Letter => ({
  to: to.email ?? '',
  subject: `Time to close “${name}”`,
  name: to.name,
  paragraphs: [
    `“${name}” was to end by now, and is still open in the directory.`,
    open === 0
      ? 'Every step is done: one press closes it for good.'
      : `${open === 1 ? 'One step is' : `${open} steps are`} still open. Tick them off, or choose another day.`,
  ],
  link: { label: 'See what is left', url: `${siteUrl}/channels/${slug}/closing` },
});
