import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const LIMITS_OF_NPM_START = ['--max-semi-space-size=4', '--max-old-space-size=160'];

/** Holds much for a moment, then goes on with little, as after a large import; returns the megabytes held at the end. */
async function megabytesAfterMuch(watching: string): Promise<number> {
  const script = `
    import { watchMemory } from './src/server/memory.ts';
    import { setTimeout as pause } from 'node:timers/promises';
    ${watching}
    const things = () => Array.from({ length: 20_000 }, (_, at) => ({ name: 'thing ' + at, at }));
    let held = Array.from({ length: 40 }, things);
    held = [];
    for (let turn = 0; turn < 60; turn++) {
      held.push(things());
      if (held.length > 5) held.shift();
      await pause(20);
    }
    console.log(process.memoryUsage.rss() / 1e6);`;
  const flags = [...LIMITS_OF_NPM_START, '--input-type=module-typescript'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--eval', script]);
  return Number(stdout);
}

test('what a moment of much work took is given back while the site goes on', async () => {
  const generous = await megabytesAfterMuch('');
  const saving = await megabytesAfterMuch('watchMemory(80_000_000);');
  expect(saving).toBeLessThan(generous - 20);
});
