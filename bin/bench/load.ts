import autocannon from 'autocannon';

export interface Load {
  url: string;
  headers?: Record<string, string>;
  connections?: number;
  seconds?: number;
  /** Stop after so many requests instead. */
  amount?: number;
}

/** Asks as fast as the server answers; returns requests a second. Any answer but 200 is an error of the bench. */
export async function askFor({ url, headers = {}, connections = 20, seconds = 1, amount }: Load): Promise<number> {
  const result = await autocannon({ url, headers, connections, duration: seconds, ...(amount && { amount }) });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} wrong answers, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

export interface Compared {
  site: number;
  bare: number;
  /** Site by bare: the median of the rounds, the lowest and the highest. */
  ratio: { median: number; lowest: number; highest: number };
}

/** Measures two things in turns, so that whatever else the machine does meets both. */
export async function compare(
  rounds: number,
  site: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Compared> {
  const measured: { site: number; bare: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const pair = { site: await site(), bare: await bare() };
    measured.push({ ...pair, ratio: pair.site / pair.bare });
  }
  const ratios = measured.map(({ ratio }) => ratio);
  return {
    site: median(measured.map((pair) => pair.site)),
    bare: median(measured.map((pair) => pair.bare)),
    ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
  };
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
