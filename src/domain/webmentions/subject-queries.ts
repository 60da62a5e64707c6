import type { Reader } from '#db/database.ts';
import { findChannel } from '../channels/channel-queries.ts';
import { findLesson } from '../lessons/lesson-queries.ts';
import { findMeetup } from '../meetups/meetup-queries.ts';
import { STRANGER } from '../people/viewer.ts';
import { readSubject, type WebmentionSubject } from './webmention-rules.ts';

/** The lesson, meetup or channel of an address here, if everybody may read it. `today` is 'YYYY-MM-DD'. */
export async function findSubject(
  read: Reader,
  address: string,
  { siteUrl, today }: { siteUrl: string; today: string },
): Promise<WebmentionSubject | undefined> {
  const named = readSubject(address, siteUrl);
  if (!named) return undefined;
  const id = await findOpenId(read, named, today);
  return id === undefined ? undefined : { subjectKind: named.kind, subjectId: id };
}

async function findOpenId(read: Reader, { kind, slug }: NonNullable<ReturnType<typeof readSubject>>, today: string) {
  if (kind === 'meetup') return (await findMeetup(read, STRANGER, slug))?.meetup.id;
  if (kind === 'channel') return (await findChannel(read, STRANGER, slug, today))?.id;
  const lesson = await findLesson(read, STRANGER, slug);
  return lesson?.withdrawal ? undefined : lesson?.id;
}
