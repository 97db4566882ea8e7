import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKind } from './entry-kind.ts';
import { readLogEntry } from './log-entry.ts';
import { logSplitter } from './split-log.ts';

const url = 'https://api.powerbi.com/v1.0/myorg/groups/7/datasets';
const line = (second: number, words: string): string => `2026-03-01 12:00:${10 + second} INFO client: ${words}`;

const split = (...chunks: readonly string[]): readonly string[] => {
  const { push, end } = logSplitter();
  return [...chunks.flatMap(push), ...end()].map(({ text }) => text);
};

const log = [
  line(1, 'started'),
  line(2, `GET ${url}`),
  line(3, 'response 403 Forbidden'),
  '{"error":{"code":"PowerBINotAuthorizedException"}}',
  '    at call (https://api.powerbi.com/v1.0/myorg/groups)',
  line(4, `GET ${url}?$top=1`),
  line(5, 'response 200 OK'),
];

describe('a log that is no JSON', () => {
  it('is split at the lines that name the URL of a call, with what stands below them', () => {
    expect(split(log.join('\n'))).toEqual([log[0], log.slice(1, 5).join('\n'), log.slice(5).join('\n')]);
  });

  it('is split the same however it is cut', () => {
    const whole = log.join('\n');
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        expect(split(...at.slice(1).map((to, i) => whole.slice(at[i], to)))).toEqual(split(whole));
      }),
    );
  });

  it('goes on where an entry has no end: it is cut between two lines', () => {
    const entries = split(`${line(1, `GET ${url}`)}\n${`${'x'.repeat(99)}\n`.repeat(2000)}`);
    expect(entries.length).toBeGreaterThan(2);
    expect(entries.every(({ length }) => length < 70_000)).toBe(true);
  });

  it('is one only where it is large, and most of its lines begin like those of a log', () => {
    const many = (text: string, length: number): string => `${text}\n`.repeat(Math.ceil(length / text.length));
    expect(entryKind(many(line(1, 'started'), 2_000_000), false)).toBe('log');
    expect(entryKind(many(line(1, 'started'), 100_000), false)).toBeUndefined();
    expect(entryKind(many(line(1, 'started'), 100_000), true)).toBe('text');
    expect(entryKind(many('Dear all, it does not work.', 2_000_000), false)).toBe('text');
  });
});

describe('an entry of a log', () => {
  it.each([
    ['on one line', line(1, `GET ${url} 403 Forbidden`)],
    ['over lines', [line(1, `GET ${url}`), line(2, 'status code 403')].join('\n')],
    ['before its URL', line(1, `403 Client Error: Forbidden for url: ${url}`)],
    ['as a line of HTTP', [line(1, `GET ${url}`), line(2, 'HTTP/1.1 403 Forbidden')].join('\n')],
  ])('that tells the status %s gives status and URL', (_, text) => {
    expect(readLogEntry(text)).toMatchObject({ status: 403, url });
  });

  it('that speaks of no failure is left out, unless it may be the success of a call that was refused', () => {
    const text = line(1, `GET ${url} 200 OK in 41 ms`);
    expect(readLogEntry(text)).toBeUndefined();
    expect(readLogEntry(text, true)).toMatchObject({ status: 200, url, method: 'GET' });
  });

  it('is like another one that differs in time, item and duration only, and unlike one with another status', () => {
    const likeness = (text: string): string | undefined => readLogEntry(text)?.likeness;
    const first = line(1, `[1234] GET ${url} 403 Forbidden in 41 ms`);
    expect(likeness(line(9, `[77] GET ${url.replace('/7/', '/81234/')} 403 Forbidden in 7 ms`))).toBe(likeness(first));
    expect(likeness(first.replace('403 Forbidden', '401 Unauthorized'))).not.toBe(likeness(first));
    expect(likeness(`${first} AADSTS50011`)).not.toBe(likeness(`${first} AADSTS65001`));
  });
});
