import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';

/** Adds a link of its own for the letter to each follower. @returns the addresses, in the same order. */
export async function addFollowLinks(
  tx: Writer,
  follows: readonly { id: string }[],
  { newToken, siteUrl }: Stationery,
): Promise<string[]> {
  const links = follows.map(({ id }) => ({ followId: id, ...newToken() }));
  const rows = links.map(({ hash, followId }) => ({ id: hash, followId }));
  if (rows.length > 0) await tx.insert(tx.tables.followLinks).values(rows);
  return links.map(({ token }) => `${siteUrl}/follows/${token}`);
}
