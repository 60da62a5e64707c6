/**
 * Lets a few pieces of work begin in each turn of the event loop; the others wait for the next. A page is rendered in one
 * go, so fifty that arrive together would hold up everything else for as long as all of them take.
 */
export function fewPerTurn(most: number): () => Promise<void> | undefined {
  const waiting: (() => void)[] = [];
  let begun = 0;

  function turn() {
    begun = Math.min(most, waiting.length);
    for (const begin of waiting.splice(0, begun)) begin();
    if (begun > 0) setImmediate(turn);
  }

  return () => {
    if (begun === 0) setImmediate(turn);
    if (begun < most) {
      begun += 1;
      return undefined;
    }
    return new Promise((begin) => waiting.push(begin));
  };
}
