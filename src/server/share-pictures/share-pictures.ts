import { oneByOne } from '../one-by-one.ts';
import { askApart } from '../pictures/apart.ts';
import type { PictureStore } from '../pictures/picture-store.ts';
import { drawingName, type ShareDrawing } from './share-address.ts';

/** Pictures for link previews. */
export interface SharePictures {
  /** A PNG of 1200 × 630, from before or drawn now; undefined when that cannot be done just now. It never rejects. */
  draw(drawing: ShareDrawing): Promise<Uint8Array | undefined>;
  /** Throws away what was drawn before a moment: whoever asks for it has it drawn again. */
  sweep(before: Date): Promise<void>;
  /** Finishes what is in hand. */
  close(): Promise<void>;
}

const MOST_WAITING = 8;

/** They are drawn one after another, each in a process of its own, and kept by what they say. */
export function openSharePictures(store: PictureStore): SharePictures {
  const inTurn = oneByOne();
  let waiting = 0;

  async function drawNow(name: string, drawing: ShareDrawing): Promise<Uint8Array | undefined> {
    const meanwhile = await store.read(name);
    if (meanwhile) return meanwhile;
    const png = await askApart<Uint8Array>(new URL('./share-worker.ts', import.meta.url), drawing, {});
    if (!(png instanceof Uint8Array)) return undefined;
    await store.put(name, png);
    return png;
  }

  return {
    async draw(drawing) {
      const name = `${drawingName(drawing)}.png`;
      const kept = await store.read(name);
      if (kept || waiting >= MOST_WAITING) return kept;
      waiting += 1;
      return inTurn(() => drawNow(name, drawing))
        .finally(() => (waiting -= 1))
        .catch(() => undefined);
    },
    sweep: (before) => store.sweep(before, async () => []),
    close: () => inTurn(async () => {}),
  };
}
