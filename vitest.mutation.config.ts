import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` holds the code against: those next to it. */
export default defineConfig({
  test: {
    include: (process.env['NEAR'] ?? 'src')
      .split(',')
      .map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.test.ts`)),
    testTimeout: 20_000,
  },
});
