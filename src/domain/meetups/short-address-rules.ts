/** The largest whole number that a column of either engine holds. */
const MOST = 2_147_483_647;

/** The shortest path that leads to a meetup, for paper: `/m/17`. */
export const shortPath = ({ number, slug }: { number: number | null; slug: string }): string =>
  number === null ? `/meetups/${slug}` : `/m/${number}`;

/** The same for a lesson: `/l/17`. */
export const shortLessonPath = ({ number, slug }: { number: number | null; slug: string }): string =>
  number === null ? `/lessons/${slug}` : `/l/${number}`;

/** An address as it is read out and typed in: without `https://`. */
export const sayAddress = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The number that somebody typed after `/m/` or `/l/`: people copy full stops and spaces along with it. */
export function readShortNumber(typed: string): number | undefined {
  const digits = typed.trim().match(/^0*([1-9]\d{0,9})\.?$/)?.[1];
  return digits && Number(digits) <= MOST ? Number(digits) : undefined;
}
