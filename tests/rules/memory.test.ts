import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

/** Runs it in a process with the limits of `npm start`; gives what it says, line by line, its collections included. */
function run(script: string): AsyncIterable<string> {
  const flags = ['--trace-gc', '--max-semi-space-size=4', '--max-old-space-size=160'];
  const beginning = `
    import { watchMemory } from './src/server/memory.ts';
    import { setTimeout as pause } from 'node:timers/promises';
    const things = () => Array.from({ length: 20_000 }, (_, at) => ({ name: 'thing ' + at, at }));`;
  const child = spawn(process.execPath, [...flags, '--input-type=module-typescript', '--eval', beginning + script]);
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  return createInterface(child.stdout);
}

/** Holds much for a moment, then goes on with little, as after a large import; returns the megabytes held at the end. */
async function megabytesAfterMuch(watching: string): Promise<number> {
  const lines = run(`
    ${watching}
    let held = Array.from({ length: 40 }, things);
    held = [];
    for (let turn = 0; turn < 60; turn++) {
      held.push(things());
      if (held.length > 5) held.shift();
      await pause(20);
    }
    console.log('holds', process.memoryUsage.rss() / 1e6);`);
  for await (const line of lines) if (line.startsWith('holds')) return Number(line.slice(6));
  throw new Error('it ended without a word');
}

test('what a moment of much work took is given back while the site goes on', async () => {
  const generous = await megabytesAfterMuch('');
  const saving = await megabytesAfterMuch('watchMemory(80_000_000);');
  expect(saving).toBeLessThan(generous - 20);
});
