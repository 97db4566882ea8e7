import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    // A slow machine is no fault of the code: this ends what hangs.
    testTimeout: 60_000,
    // The code under test keeps no state, so the files can share their modules: half the time goes into loading them.
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    // The core; what meets the terminal, the network and the made-up tenant is tested by running it.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/{cli,live,simulator,generated}/**', 'src/**/*.test.ts'],
      reporter: ['text-summary', 'json'],
      thresholds: { branches: 95 },
      // The figures of a run that fails are wanted too.
      reportOnFailure: true,
    },
  },
});
