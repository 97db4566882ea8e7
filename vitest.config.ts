import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    testTimeout: 20_000,
    // The code under test keeps no state, so the files can share their modules: half the time goes into loading them.
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
  },
});
