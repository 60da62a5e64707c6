import type { ColumnKit } from './columns.ts';
import { defineChannelClosings } from './tables/channel-closings.ts';
import { defineChannelSources } from './tables/channel-sources.ts';
import { defineChannels } from './tables/channels.ts';
import { defineCollections } from './tables/collections.ts';
import { defineComments } from './tables/comments.ts';
import { defineCorrections } from './tables/corrections.ts';
import { defineDoor } from './tables/door.ts';
import { defineDrafts } from './tables/drafts.ts';
import { defineFollows } from './tables/follows.ts';
import { defineGate } from './tables/gate.ts';
import { defineHandOvers } from './tables/handovers.ts';
import { defineHealth } from './tables/health.ts';
import { defineLessonNeighbours } from './tables/lesson-neighbours.ts';
import { defineLessonNumbers } from './tables/lesson-numbers.ts';
import { defineLessonOrigins } from './tables/lesson-origins.ts';
import { defineLessons } from './tables/lessons.ts';
import { defineLookAlikes } from './tables/look-alikes.ts';
import { defineMeetups } from './tables/meetups.ts';
import { defineModeration } from './tables/moderation.ts';
import { definePeople } from './tables/people.ts';
import { definePictures } from './tables/pictures.ts';
import { definePlainWords } from './tables/plain-words.ts';
import { definePlatforms } from './tables/platforms.ts';
import { definePrograms } from './tables/programs.ts';
import { defineRequests } from './tables/requests.ts';
import { defineResults } from './tables/results.ts';
import { defineReviews } from './tables/reviews.ts';
import { defineSeries } from './tables/series.ts';
import { defineSite } from './tables/site.ts';
import { defineTopics } from './tables/topics.ts';
import { defineTryOuts } from './tables/try-outs.ts';
import { defineVenues } from './tables/venues.ts';
import { defineWebmentions } from './tables/webmentions.ts';

/** Every table, written once. Each engine calls this with its own column makers. */
export function defineTables(kit: ColumnKit) {
  const nouns = defineNouns(kit);
  return { ...nouns, ...defineAround(kit, nouns), ...defineSite(kit) };
}

/** What everything else points at. */
function defineNouns(kit: ColumnKit) {
  const people = definePeople(kit);
  const venues = defineVenues(kit);
  const series = defineSeries(kit, { ...people, ...venues });
  const meetups = defineMeetups(kit, { ...people, ...venues, ...series });
  const topics = defineTopics(kit, { ...people, ...series, ...meetups });
  const platforms = definePlatforms(kit);
  const channels = defineChannels(kit, { ...people, ...platforms });
  const comments = defineComments(kit, people);
  const lessons = defineLessons(kit, { ...people, ...meetups, ...topics, ...channels });
  return { ...people, ...venues, ...series, ...meetups, ...topics, ...platforms, ...channels, ...comments, ...lessons };
}

function defineAround(kit: ColumnKit, nouns: ReturnType<typeof defineNouns>) {
  return {
    ...definePictures(kit, nouns),
    ...definePlainWords(kit, nouns),
    ...definePrograms(kit, nouns),
    ...defineDoor(kit, nouns),
    ...defineChannelSources(kit, nouns),
    ...defineLessonNumbers(kit, nouns),
    ...defineLessonOrigins(kit, nouns),
    ...defineDrafts(kit, nouns),
    ...defineLessonNeighbours(kit, nouns),
    ...defineCollections(kit, nouns),
    ...defineChannelClosings(kit, nouns),
    ...defineModeration(kit, nouns),
    ...defineLookAlikes(kit, nouns),
    ...defineRequests(kit, nouns),
    ...defineFollows(kit, nouns),
    ...defineGate(kit, nouns),
    ...defineHandOvers(kit, nouns),
    ...defineCorrections(kit, nouns),
    ...defineResults(kit, nouns),
    ...defineReviews(kit, nouns),
    ...defineHealth(kit, nouns),
    ...defineTryOuts(kit, nouns),
    ...defineWebmentions(kit, nouns),
  };
}

export type Tables = ReturnType<typeof defineTables>;
