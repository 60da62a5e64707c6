/** For work that must not go on side by side: each begins when the one before has ended, well or not. */
export function oneByOne() {
  let before: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  };
}
