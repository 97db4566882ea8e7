import { defineConfig } from 'vitest/config';

const placesIn = (name: string, otherwise: string): readonly string[] => (process.env[name] ?? otherwise).split(',');

/** The tests that `npm run mutation` holds the code against: those next to it, but for slow ones. */
export default defineConfig({
  test: {
    include: placesIn('NEAR', 'src').map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.test.ts`)),
    exclude: [...placesIn('SLOW', '')],
    testTimeout: 20_000,
  },
});
