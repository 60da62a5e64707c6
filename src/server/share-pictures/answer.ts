import type { ShareWords } from '#domain/share-pictures/share-rules.ts';
import { currentSite } from '../site.ts';

/** The picture of some words, for any site to show; 503 when many are being drawn just now. */
export async function answerShare(words: ShareWords): Promise<Response> {
  const { sharePictures, settings } = currentSite();
  const png = await sharePictures.draw({ ...words, siteName: settings.organisationName });
  if (!png) return new Response(null, { status: 503, headers: { 'retry-after': '30' } });
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=86400',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
