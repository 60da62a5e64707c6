/** Which page of a list an address asks for: from 1, and 1 for anything that is no number. */
export function pageNumber(url: URL): number {
  const asked = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
}
