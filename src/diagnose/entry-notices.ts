import type { Notice } from '../model/evidence.ts';
import type { EntryKind } from '../read/entries/entry-kind.ts';
import { MAX_ENTRY, type Split } from '../read/entries/splitter.ts';

type Trouble = Exclude<Split['is'], 'entry'> | 'unreadable';

/** What is counted in each kind of stream. */
export const NOUNS: Readonly<Record<EntryKind, readonly [one: string, more: string]>> = {
  har: ['entry', 'entries'],
  'json-lines': ['line', 'lines'],
  log: ['entry', 'entries'],
};

/** As many numbers are named; the rest is counted. */
const MOST_NUMBERS = 5;

const MEGABYTES = `${MAX_ENTRY / (1024 * 1024)} MB`;

interface Count {
  count: number;
  readonly first: number[];
}

const which = ({ count, first }: Count, [one, more]: readonly [string, string]): string => {
  if (count === 1) return `${one} ${first[0]}`;
  const rest = count - first.length;
  return `${count} ${more} (${first.join(', ')}${rest > 0 ? `, and ${rest} more` : ''})`;
};

const wordsOf = (trouble: Trouble, count: Count, kind: EntryKind, of: string): string => {
  const nouns = NOUNS[kind];
  const these = which(count, nouns);
  const were = count.count === 1 ? 'was' : 'were';
  const last = count.first[0] ?? 0;
  const inside = last === 0 ? `before its first ${nouns[0]}` : `at ${nouns[0]} ${last}`;
  const words: Readonly<Record<Trouble, string>> = {
    'too-large': `${these} ${were} skipped: larger than ${MEGABYTES}.`,
    unreadable: `${these} ${were} skipped: no JSON object.`,
    'cut-off': `The end is missing: the text breaks off ${inside}. What stands before it was read.`,
  };
  return of + words[trouble];
};

/** Counts what could not be read of a stream, and says it in a few sentences however much there is. */
export const entryNotices = (kind: EntryKind, name: string | undefined) => {
  const counts = new Map<Trouble, Count>();
  const of = name === undefined ? '' : `${name}: `;
  return {
    add: (trouble: Trouble, number: number): void => {
      const count = counts.get(trouble) ?? { count: 0, first: [] };
      count.count += 1;
      if (count.first.length < MOST_NUMBERS) count.first.push(number);
      counts.set(trouble, count);
    },
    notices: (): readonly Notice[] =>
      [...counts].map(([trouble, count]) => ({
        code: trouble === 'cut-off' ? 'cut-off' : 'not-recognised',
        text: wordsOf(trouble, count, kind, of),
      })),
  };
};
