import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { findLinkedFollow } from '#domain/follows/follow-queries.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';

const GONE = 'This link leads to nothing any more. Open the newest letter that you have from us.';

/** The link of a letter about following; without one, whoever is signed in is meant. */
export const linkToken = z.string().max(100, GONE).nullish();

export const followsPath = (token: string | null | undefined) => (token ? `/follows/${token}` : '/follows');

/** Whose follows a form is about: those of the address a letter went to, or of somebody signed in. @throws a refusal. */
export async function followerAddress(context: ActionAPIContext, token: string | null | undefined): Promise<string> {
  const { read, now } = context.locals;
  if (token) {
    const follow = await findLinkedFollow(read, hashToken(token), now);
    if (!follow || follow.heldUntil) throw refusal('NOT_FOUND', GONE);
    return follow.email;
  }
  const { email } = requireMember(context).person;
  if (!email) throw refusal('CONFLICT', 'There is no mail address that we could write to.');
  return email;
}
