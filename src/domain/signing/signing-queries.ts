import { desc } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** A key pair as a JSON Web Key with its private half; the id is the thumbprint of the public one. */
export interface SigningKey {
  id: string;
  jwk: Record<string, string>;
}

/** The key that signs today. */
export async function findSigningKey(read: Reader | Writer): Promise<SigningKey | undefined> {
  const { signingKeys } = read.tables;
  const [key] = await read
    .select({ id: signingKeys.id, jwk: signingKeys.jwk })
    .from(signingKeys)
    .orderBy(desc(signingKeys.madeAt))
    .limit(1);
  return key;
}
