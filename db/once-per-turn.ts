/**
 * Asks once in a turn of the event loop, whatever number of requests arrived together. A request sent after a write was
 * answered comes in a later turn, so it never gets an answer from before that write.
 */
export function oncePerTurn<T>(ask: () => T): () => T {
  let answer: { value: T } | undefined;
  const forget = () => {
    answer = undefined;
  };
  return () => {
    if (answer) return answer.value;
    answer = { value: ask() };
    setImmediate(forget);
    return answer.value;
  };
}
