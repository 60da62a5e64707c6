import type { Reader } from '#db/database.ts';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { findMeetup } from '#domain/meetups/meetup-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import {
  type SharedKind,
  type ShareWords,
  shareWordsOfChannel,
  shareWordsOfLesson,
  shareWordsOfMeetup,
} from '#domain/share-pictures/share-rules.ts';

type Find = (read: Reader, slug: string, today: string) => Promise<ShareWords | undefined>;

/** What the picture of a record says, whoever asks: there is one only of what everybody may read. */
export const FIND_SHARED: Record<SharedKind, Find> = {
  async lessons(read, slug) {
    const lesson = await findLesson(read, STRANGER, slug);
    return lesson && !lesson.withdrawal ? shareWordsOfLesson(lesson) : undefined;
  },
  async meetups(read, slug) {
    const found = await findMeetup(read, STRANGER, slug);
    return found && shareWordsOfMeetup(found.meetup, found.cancelledAt !== null);
  },
  async channels(read, slug, today) {
    const channel = await findChannel(read, STRANGER, slug, today);
    return channel && shareWordsOfChannel(channel);
  },
};
