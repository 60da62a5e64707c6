import type { Writer } from '#db/database.ts';
import { findSigningKey, type SigningKey } from './signing-queries.ts';

/** Keeps a first key to sign with. A site that has one goes on with it. */
export async function keepFirstKey(tx: Writer, key: SigningKey, now: Date) {
  if (await findSigningKey(tx)) return;
  await tx.insert(tx.tables.signingKeys).values({ ...key, madeAt: now });
}
