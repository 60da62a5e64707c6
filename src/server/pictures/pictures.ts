import { fileName, kindOf, MOST_PICTURE_BYTES, type PictureRefusal, REFUSALS } from '#domain/pictures/picture-rules.ts';
import { oneByOne } from '../one-by-one.ts';
import { askApart } from './apart.ts';
import type { PictureStore } from './picture-store.ts';
import type { Made } from './picture-worker.ts';

export type TakenPicture =
  | { kind: 'taken'; hash: string; width: number; height: number }
  | { kind: 'refused'; sentence: string };

/** The pictures that people send. */
export interface Pictures {
  /**
   * Checks a file by what is in it, makes it anew in a few sizes without anything that cannot be seen (where it was taken,
   * with what), and keeps those. It never rejects; `sentence` says what to do. Nobody can open them before `addPicture`.
   */
  take(bytes: Uint8Array): Promise<TakenPicture>;
  read: PictureStore['read'];
  sweep: PictureStore['sweep'];
  /** Finishes what is in hand. */
  close(): Promise<void>;
}

const MOST_WAITING = 4;

/** Each picture is taken apart in a process of its own, one after another: a file that breaks the decoder breaks nothing else. */
export function openPictures(store: PictureStore): Pictures {
  const inTurn = oneByOne();
  let waiting = 0;

  async function keep(bytes: Uint8Array): Promise<TakenPicture> {
    const made = await makeApart(bytes);
    if (made.kind === 'refused') return refused(made.why);
    const { hash, width, height } = made;
    for (const file of made.files) await store.put(fileName(hash, file.width, file.type), file.bytes);
    return { kind: 'taken', hash, width, height };
  }

  return {
    async take(bytes) {
      const why = refusalOf(bytes) ?? (waiting >= MOST_WAITING ? 'too-busy' : undefined);
      if (why) return refused(why);
      waiting += 1;
      return inTurn(() => keep(bytes)).finally(() => (waiting -= 1));
    },
    read: store.read,
    sweep: store.sweep,
    close: () => inTurn(async () => {}),
  };
}

const refused = (why: PictureRefusal): TakenPicture => ({ kind: 'refused', sentence: REFUSALS[why] });

function refusalOf(bytes: Uint8Array): PictureRefusal | undefined {
  if (bytes.length > MOST_PICTURE_BYTES) return 'too-large';
  const kind = kindOf(bytes);
  if (kind === 'heic') return 'heic';
  return kind ? undefined : 'no-picture';
}

async function makeApart(bytes: Uint8Array): Promise<Made> {
  const worker = new URL('./picture-worker.ts', import.meta.url);
  const made = await askApart<Made>(worker, bytes, { VIPS_BLOCK_UNTRUSTED: '1' });
  return typeof made === 'string' ? { kind: 'refused', why: made } : made;
}
