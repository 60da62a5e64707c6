import sharp from 'sharp';
import { drawShare } from './drawing.ts';
import { openLettering } from './lettering.ts';
import type { ShareDrawing } from './share-address.ts';

sharp.cache(false);
sharp.concurrency(1);

process.once('message', async (drawing: ShareDrawing) => {
  const png = await draw(drawing).catch(() => 'broken');
  process.send?.(png, () => process.disconnect());
});

const draw = (drawing: ShareDrawing): Promise<Uint8Array> =>
  sharp(Buffer.from(drawShare(drawing, openLettering())))
    .png({ palette: true, effort: 4 })
    .toBuffer();
