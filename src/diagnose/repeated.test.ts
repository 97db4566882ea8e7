import { describe, expect, it } from 'vitest';
import type { SeenCall } from '../read/entries/seen-call.ts';
import { repeatedCalls } from './repeated.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const call = (status: number, part: Partial<SeenCall> = {}): SeenCall => ({
  method: 'GET',
  url: URL,
  status,
  text: '',
  likeness: '',
  isNoise: false,
  ...part,
});

/** What is left of calls that come one after another, by their places from 1, when the recording ends. */
const failuresOf = (...calls: readonly SeenCall[]): readonly number[] => {
  const repeated = repeatedCalls<number>();
  const failures = calls.flatMap((one, i) => {
    repeated.see(one);
    return (one.status ?? 0) >= 400 ? repeated.hold(one, i + 1, i + 1) : [];
  });
  return [...failures, ...repeated.due()];
};

describe('a call that was refused with 401', () => {
  const first = call(401);

  it('is no failure where it comes through afterwards, with or without a redirect', () => {
    expect(failuresOf(first, call(200))).toEqual([]);
    expect(failuresOf(first, call(302))).toEqual([]);
    expect(failuresOf(first, call(200, { bearer: 'a token' }))).toEqual([]);
  });

  it('is a failure where it never comes through', () => {
    expect(failuresOf(first)).toEqual([1]);
    expect(failuresOf(first, call(401))).toEqual([1, 2]);
    expect(failuresOf(first, call(100))).toEqual([1]);
    expect(failuresOf(first, call(400))).toEqual([2, 1]);
  });

  it('is a failure where another method or another URL comes through', () => {
    expect(failuresOf(first, call(200, { method: 'POST' }))).toEqual([1]);
    expect(failuresOf(first, call(200, { url: `${URL}/one` }))).toEqual([1]);
  });

  it('with a token is repeated by a new one only', () => {
    const withToken = call(401, { bearer: 'first' });
    expect(failuresOf(withToken, call(200, { bearer: 'first' }))).toEqual([1]);
    expect(failuresOf(withToken, call(200, { bearer: 'second' }))).toEqual([]);
  });

  it('is one of several that wait, each for itself', () => {
    const other = call(401, { url: `${URL}/one` });
    expect(failuresOf(first, other, call(200))).toEqual([2]);
    expect(failuresOf(first, other, call(200, { url: `${URL}/one` }))).toEqual([1]);
  });

  it('is waited for through thirty entries, and then counts at once', () => {
    const repeated = repeatedCalls<string>();
    expect(repeated.hold(first, 'first', 1)).toEqual([]);
    expect(repeated.hold(call(401), 'second', 2)).toEqual([]);
    expect(repeated.due(31)).toEqual([]);
    expect(repeated.due(32)).toEqual(['first']);
    expect(repeated.due(32)).toEqual([]);
    expect(repeated.due(33)).toEqual(['second']);
    expect(repeated.due()).toEqual([]);
  });
});

it('every other failure counts at once', () => {
  const repeated = repeatedCalls<string>();
  expect(repeated.hold(call(403), 'forbidden', 1)).toEqual(['forbidden']);
  expect(repeated.due()).toEqual([]);
});

it('a refused call that cannot be found again counts at once: it has no URL, or one without a path', () => {
  const repeated = repeatedCalls<string>();
  const { url: _, ...nowhere } = call(401);
  expect(repeated.hold(nowhere, 'nowhere', 1)).toEqual(['nowhere']);
  expect(repeated.hold(call(401, { url: 'https://api.fabric.microsoft.com/' }), 'root', 1)).toEqual(['root']);
  expect(repeated.hold(call(401, { url: 'https://api.fabric.microsoft.com/v' }), 'short', 1)).toEqual([]);
});

it('an entry that names the path of a refused call is awaited, so that its success is read; no other is', () => {
  const repeated = repeatedCalls<string>();
  expect(repeated.awaits(`GET ${URL} 200`)).toBe(false);
  repeated.hold(call(401), 'first', 1);
  expect(repeated.awaits(`GET ${URL} 200`)).toBe(true);
  expect(repeated.awaits('GET https://api.fabric.microsoft.com/v1/capacities 200')).toBe(false);
  repeated.see(call(200));
  expect(repeated.awaits(`GET ${URL} 200`)).toBe(false);
});
