import { execFile } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openMarkdown } from '#server/markdown.ts';

const member = { trusted: false, headingLevel: 3 } as const;
const fine = { kind: 'rendered', html: '<p>fine</p>\n' };

function open() {
  const markdown = openMarkdown();
  onTestFinished(() => markdown.close());
  return (source: string) => markdown.render(source, member);
}

test('texts sent together come back each to its own sender', async () => {
  const render = open();
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => render(`text ${i}`)));
  expect(answers).toEqual(answers.map((_, i) => ({ kind: 'rendered', html: `<p>text ${i}</p>\n` })));
});

test('a text that would take 15 seconds is given up after one, meanwhile the site goes on, and the next text is fine', async () => {
  const render = open();
  await render('warm up');
  let turns = 0;
  const site = setInterval(() => (turns += 1), 10);
  const [slow, next] = await Promise.all([render('*a_'.repeat(10_000)), render('fine')]);
  clearInterval(site);
  expect(slow).toEqual({ kind: 'too-slow', sentence: expect.stringContaining('simpler') });
  expect(next).toEqual(fine);
  expect(turns).toBeGreaterThan(20);
});

test('a text is laid out however busy the machine is with other things', async () => {
  const render = open();
  await render('warm up');
  const answer = render('*a_'.repeat(1_500));
  await setImmediate();
  for (const until = performance.now() + 2_000; performance.now() < until; );
  expect(await answer).toMatchObject({ kind: 'rendered' });
});

test('a text that eats all the memory fails alone', async () => {
  const render = open();
  const table = `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|\n'.repeat(20_000)}`;
  const [huge, next] = await Promise.all([render(table), render('fine')]);
  expect(huge.kind).toBe('too-slow');
  expect(next).toEqual(fine);
});

test('deep, wide and long texts are answered with what to do', async () => {
  const render = open();
  expect(await render('>'.repeat(5_000))).toMatchObject({
    kind: 'too-deep',
    sentence: expect.stringContaining('Flatten it'),
  });
  expect(await render(`${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|`)).toMatchObject({ kind: 'too-wide' });
  expect(await render('a'.repeat(50_001))).toMatchObject({ kind: 'too-long' });
  expect(await render('a'.repeat(50_000))).toMatchObject({ kind: 'rendered' });
});

test('when the line is too long, people are asked to come back instead of waiting', async () => {
  const render = open();
  await render('fine'); // the thread has started
  const slow = render('*a_'.repeat(10_000));
  const late = render('fine');
  await setImmediate();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 6_000);
  await slow;
  clock.mockRestore();
  expect(await late).toMatchObject({ kind: 'too-slow', sentence: expect.stringContaining('in a minute') });
  expect(await render('fine')).toEqual(fine);
});

test('a program that never closes it still waits for its answer, and then ends by itself', async () => {
  const program = `
    import { openMarkdown } from '#server/markdown.ts';
    const markdown = openMarkdown();
    await markdown.render('warm up', { trusted: true, headingLevel: 2 });
    console.log((await markdown.render('fine', { trusted: true, headingLevel: 2 })).html);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout).toContain('<p>fine</p>');
});

test('closing twice, or before the first text, is no trouble', async () => {
  const markdown = openMarkdown();
  await markdown.close();
  await markdown.close();
});
