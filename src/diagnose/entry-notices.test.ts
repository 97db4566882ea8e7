import { describe, expect, it } from 'vitest';
import type { EntryKind } from '../read/entries/entry-kind.ts';
import { entryNotices } from './entry-notices.ts';

type Trouble = Parameters<ReturnType<typeof entryNotices>['add']>[0];

/** What is said of entries with these numbers that could not be read. */
const noticesOf = (kind: EntryKind, trouble: Trouble, numbers: readonly number[], name?: string) => {
  const troubles = entryNotices(kind, name);
  for (const number of numbers) troubles.add(trouble, number);
  return troubles.notices();
};

describe('what could not be read of a stream', () => {
  it.each([
    ['har', 'entry 3 was skipped: no JSON object.', '2 entries (3, 4) were skipped: no JSON object.'],
    ['json-lines', 'line 3 was skipped: no JSON object.', '2 lines (3, 4) were skipped: no JSON object.'],
    ['log', 'entry 3 was skipped: no JSON object.', '2 entries (3, 4) were skipped: no JSON object.'],
  ] as const)('is said in the words of a %s, for one and for several', (kind, one, two) => {
    expect(noticesOf(kind, 'unreadable', [3])).toEqual([{ code: 'not-recognised', text: one }]);
    expect(noticesOf(kind, 'unreadable', [3, 4])).toEqual([{ code: 'not-recognised', text: two }]);
  });

  it('names five numbers at most, and counts the rest', () => {
    const first = [1, 2, 3, 4, 5];
    expect(noticesOf('har', 'too-large', first)[0]?.text).toMatch(/^5 entries \(1, 2, 3, 4, 5\) were skipped/);
    expect(noticesOf('har', 'too-large', [...first, 6, 7])[0]?.text).toMatch(
      /^7 entries \(1, 2, 3, 4, 5, and 2 more\) were skipped: larger than \d+ MB\.$/,
    );
  });

  it('names the input where it has a name', () => {
    expect(noticesOf('har', 'unreadable', [1], 'call.har')[0]?.text).toMatch(/^call\.har: entry 1 was/);
  });

  it('tells an end that is missing by the entry that it lies in, also before the first', () => {
    expect(noticesOf('log', 'cut-off', [4])).toEqual([
      {
        code: 'cut-off',
        text: 'The end is missing: the text breaks off at entry 4. What stands before it was read.',
      },
    ]);
    expect(noticesOf('json-lines', 'cut-off', [0])[0]?.text).toMatch(/breaks off before its first line\./);
  });

  it('is one sentence for each kind of trouble, and nothing where all was read', () => {
    const troubles = entryNotices('har', undefined);
    expect(troubles.notices()).toEqual([]);
    troubles.add('unreadable', 1);
    troubles.add('too-large', 2);
    troubles.add('unreadable', 3);
    expect(troubles.notices().map(({ text }) => text)).toEqual([
      '2 entries (1, 3) were skipped: no JSON object.',
      expect.stringMatching(/^entry 2 was skipped: larger than/),
    ]);
  });
});
