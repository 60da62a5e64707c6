import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { refusal } from '#server/guards.ts';
import type { Site } from '#server/site.ts';

/** The meetup of a form. Its guard comes before anything is looked up: whose address is known is not for everybody. */
export async function findHostedMeetup({ read }: Pick<Site, 'read'>, meetupId: string) {
  const facts = await findFacts(read, meetupId);
  if (!facts) throw meetupIsGone();
  return facts.meetup;
}

/** The refusal for a meetup that is not there. */
export const meetupIsGone = () => refusal('NOT_FOUND', 'This meetup is gone. Look for it among all meetups.');
