import type { Writer } from '#db/database.ts';
import type { LetterOfKind } from '../mail/letter-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listKeepers } from '../reviews/due-queries.ts';
import { type LinkTrouble, listNewTroubles } from './link-check-queries.ts';

/** The job that writes to keepers about links. */
export const TELL_OF_LINKS = 'tell-of-links';

const WEEK_MS = 7 * 86_400_000;
const MOST_NAMED = 60;

/** Tells keepers, once a week, which links have begun to lead nowhere or elsewhere; nothing when none has. @returns a week later. */
export async function tellOfLinks(tx: Writer, _: string, stationery: Stationery, now: Date): Promise<Date> {
  const troubles = await listNewTroubles(tx, new Date(now.getTime() - WEEK_MS), MOST_NAMED);
  const keepers = troubles.length > 0 ? await listKeepers(tx) : [];
  const post = keepers.map((keeper) => ({
    id: stationery.newId(),
    letter: linkLetter(keeper, troubles, stationery),
  }));
  await queueLetters(tx, post, stationery, now);
  return new Date(now.getTime() + WEEK_MS);
}

function linkLetter(
  { name, email }: { name: string; email: string },
  troubles: readonly LinkTrouble[],
  { siteName, siteUrl }: Stationery,
): LetterOfKind {
  const one = troubles.length === 1;
  return {
    kind: 'register',
    to: email,
    subject: one ? `A link to look at: ${troubles[0]?.name}` : `${troubles.length} links to look at`,
    name,
    paragraphs: [
      `this week we asked for the links in the register of ${siteName}. ${one ? 'This one has' : 'These have'} changed. Nothing was closed: please look, and say what is true.`,
      troubles.map(sayTrouble).join('\n'),
    ],
    link: { label: 'The health of the register', url: `${siteUrl}/channels/health` },
  };
}

const sayTrouble = ({ name, outcome, detail }: LinkTrouble): string =>
  outcome === 'elsewhere' ? `${name}: now leads to ${detail}` : `${name}: ${detail}`;
