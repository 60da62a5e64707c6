import { defineConfig } from 'vitest/config';

const common = {
  setupFiles: 'tests/support/after-file.ts',
  // Only for what hangs: a shared machine may be five times slower than usual, and no test is a stopwatch.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 20_000 } },
  // Files share a process, and with it what is slow to start: `afterFile` closes what must not outlive its file.
  isolate: false,
};

export default defineConfig({
  test: {
    maxWorkers: 3,
    globalSetup: 'tests/support/global-setup.ts', // once for both projects
    projects: [
      { test: { ...common, name: 'rules', include: ['tests/{rules,house,database}/**/*.test.ts'] } },
      { test: { ...common, name: 'site', include: ['tests/{pages,browser}/**/*.test.ts'] } },
    ],
  },
});
