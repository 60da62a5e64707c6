import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';

/** Set-up runs this file again for each test file, beside the copy that tests import: they meet here. */
const KEY = Symbol.for('teacake.tests.closings');
const shared = globalThis as { [KEY]?: (() => Promise<unknown>)[] };
shared[KEY] ??= [];
const closings = shared[KEY];

/**
 * Closes something once the tests of this file are done. Unlike `afterAll` it may be called from anywhere: Vitest never
 * runs a hook that was registered inside another hook, and says nothing.
 */
export const afterFile = (close: () => Promise<unknown>) => closings.push(close);

afterAll(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

/** Whatever is written to the error console fails the test in which it happened. */
const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeAll(() => errors.mockClear());
afterEach(() => {
  const said = errors.mock.calls.map((call) => call.join(' '));
  errors.mockClear();
  expect(said, 'unexpected console.error').toEqual([]);
});
