import { describe, expect, it } from 'vitest';
import { namedWait } from './named-wait.ts';

describe('how long to wait', () => {
  it.each([
    ['You have exc... Retry in 613 seconds.', '613 seconds'],
    ['Please retry after 6 seconds. To raise the limit, see x', '6 seconds'],
    ["Number of requests exceeded. Please try again after '5' minutes.", '5 minutes'],
    ['wait for 30 secs', '30 secs'],
  ])('is read from: %s', (message, wait) => {
    expect(namedWait(message)).toBe(wait);
  });

  it.each(['Please try again in a few seconds.', 'Retrying in 5 seconds', 'took 30 seconds', undefined])(
    'is not named by: %s',
    (message) => {
      expect(namedWait(message)).toBeUndefined();
    },
  );
});
