import { listKeptHashes } from '#domain/pictures/picture-queries.ts';
import { errorFacts, log } from '../log.ts';
import { every, type Site } from '../site.ts';

const DAY_SECONDS = 86_400;

/** Each day, and at each start, throws away the files of pictures that belong to no record any more. */
export function sweepPictures({ pictures, read, clock }: Pick<Site, 'pictures' | 'read' | 'clock'>) {
  async function sweep() {
    const yesterday = new Date(clock().getTime() - DAY_SECONDS * 1000); // what is on its way has no record yet
    await pictures.sweep(yesterday, (hashes) => listKeptHashes(read, hashes));
  }
  const first = sweep().catch((error: unknown) => log({ event: 'pictures-not-swept', ...errorFacts(error) }));
  const regularly = every(DAY_SECONDS, sweep);
  return {
    async stop() {
      regularly.stop();
      await first;
    },
  };
}
