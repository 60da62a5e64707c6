/** The most that is taken, as a file and in pixels. */
export const MOST_PICTURE_BYTES = 10_000_000;
export const MOST_PIXELS = 40_000_000;
/** The most that one record has. */
export const MOST_PICTURES = 50;

/** Each picture is kept this wide, but never wider than it came; a taller one is narrower. */
const WIDTHS = [480, 960, 1920] as const;
export const WIDEST = 1920;
export const TALLEST = 3840;
export const PICTURE_TYPES = ['avif', 'webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** What we can make a picture of. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

export const REFUSALS = {
  'too-large': 'This picture is larger than 10 MB. Make it smaller, then send it again.',
  'no-picture': 'This is not a picture that we can take. Send it as JPEG, PNG, WebP, AVIF or GIF.',
  heic: 'This picture is in HEIC, which most browsers cannot show. Send it as JPEG.',
  'too-many-pixels': 'This picture has more than 40 million pixels. Make it smaller, then send it again.',
  broken: 'This picture is damaged or not all there. Open it, save it anew as JPEG or PNG, and send that.',
  'too-slow': 'We could not read this picture in time. Make it smaller, then send it again.',
  'too-busy': 'Many pictures are on their way to us just now. Please try again in a minute.',
} as const;
export type PictureRefusal = keyof typeof REFUSALS;

/** What a file is by its first bytes, whatever it is called; undefined for all that is no picture to us, SVG among it. */
export function kindOf(bytes: Uint8Array): PictureKind | 'heic' | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp';
  const [, brand] = /^.{4}ftyp(.{4})/s.exec(text) ?? [];
  if (brand === 'avif') return 'avif';
  return brand && /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand) ? 'heic' : undefined;
}

/** A picture as a page shows it. Its files are at `/pictures/<hash>-<width>.<type>`. */
export interface SeenPicture {
  hash: string;
  width: number;
  height: number;
  alt: string;
  credit: string;
  licence: string;
}

/** What a lesson's text says where one of its pictures belongs. */
export const markdownOf = ({ id, alt }: { id: string; alt: string }): string =>
  `![${alt.replace(/[[\]\\*_`~<&]/g, '\\$&')}](picture:${id})`;

/** Which picture an address in a text means: `picture:0198a000-…`. */
export const readPictureAddress = (address: string): string | undefined =>
  /^picture:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(address)?.[1];

/** What stands under a picture: who made it, and on what terms. */
export const sayOrigin = ({ credit, licence }: Pick<SeenPicture, 'credit' | 'licence'>): string =>
  [credit && `Picture: ${credit}`, licence].filter(Boolean).join(', ');

/** The widths in which a picture is kept, the widest last. */
export const widthsOf = (width: number): number[] => [...WIDTHS.filter((narrower) => narrower < width), width];

/** How large a picture is kept that came in this size. */
export function keptSize(width: number, height: number) {
  const share = Math.min(1, WIDEST / width, TALLEST / height);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** What a file of a picture is called: `<hash>-960.avif`. */
export const fileName = (hash: string, width: number, type: PictureType): string => `${hash}-${width}.${type}`;

/** Which file of which picture a name means, or undefined. */
export function readFileName(name: string) {
  const [, hash, width, type] = /^([0-9a-f]{64})-([1-9]\d{0,3})\.(avif|webp)$/.exec(name) ?? [];
  return hash && width && type ? { hash, width: Number(width), type: type as PictureType } : undefined;
}

/** The addresses of one type of a picture's files, as `srcset` wants them. */
export const sourcesOf = ({ hash, width }: { hash: string; width: number }, type: PictureType): string =>
  widthsOf(width)
    .map((one) => `/pictures/${fileName(hash, one, type)} ${one}w`)
    .join(', ');
