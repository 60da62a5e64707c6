import { removePictures } from '#domain/pictures/picture-commands.ts';
import { listKeptHashes } from '#domain/pictures/picture-queries.ts';
import { listUnusedPictures } from '#domain/pictures/unused-picture-queries.ts';
import { noteFailureOf } from '../log.ts';
import { every, type Site } from '../site.ts';

type Bench = Pick<Site, 'pictures' | 'sharePictures' | 'read' | 'write' | 'clock'>;

const DAY_SECONDS = 86_400;
/** How long a picture may wait for a text to show it. */
const DAYS_UNUSED = 14;
const SLICE = 200;
/** How long a picture for link previews is kept before it is drawn again. */
const DAYS_SHARED = 60;

/** Each day, and at each start, throws away the pictures that no text shows, and the files that belong to no record any more. */
export function sweepPictures({ pictures, sharePictures, read, write, clock }: Bench) {
  const daysAgo = (days: number) => new Date(clock().getTime() - days * DAY_SECONDS * 1000);
  async function sweep() {
    const unused = await listUnusedPictures(read, daysAgo(DAYS_UNUSED), SLICE);
    if (unused.length > 0) await write((tx) => removePictures(tx, unused));
    // what is on its way has no record yet
    await pictures.sweep(daysAgo(1), (hashes) => listKeptHashes(read, hashes));
    await sharePictures.sweep(daysAgo(DAYS_SHARED));
  }
  const daily = every(DAY_SECONDS, 'sweep-pictures', sweep);
  daily.run().catch(noteFailureOf('sweep-pictures'));
  return daily;
}
