import { describe, expect, it } from 'vitest';
import { goodCall, harEntry, logLine } from '../../test/support/recording.ts';
import { type Recording, recordingIn } from './recording.ts';

const WORKSPACES = 'https://api.fabric.microsoft.com/v1/workspaces';
const har = (...entries: readonly object[]): string => JSON.stringify({ log: { version: '1.2', entries } });
const refused = (n: number) => harEntry('GET', `${WORKSPACES}/${n}`, 403);
const followed = (text: string, name?: string): Recording | undefined =>
  recordingIn({ text, ...(name !== undefined && { name }) });
const urlsIn = (recording: Recording | undefined): readonly (string | undefined)[] =>
  (recording?.failures ?? []).map(({ call }) => call.pastes.at(-1)?.text.match(/https:\/\/\S+/)?.[0]);

describe('a recording', () => {
  it.each([
    ['a HAR', har(goodCall(1), goodCall(2)), 'Recording (HAR): 2 entries, no failing call'],
    ['a HAR', har(goodCall(1)), 'Recording (HAR): 1 entry, no failing call'],
    ['a HAR', har(goodCall(1), refused(1)), 'Recording (HAR): 2 entries, 1 failing call'],
    ['JSON lines', logLine(1) + logLine(2), 'Log in JSON lines: 2 lines, 2 failing calls'],
  ])('says what it is: %s, how long, and how many calls in it failed', (_, text, what) => {
    expect(followed(text)?.what).toBe(what);
  });

  it('has each kind of failure once, in order, with the number of its calls', () => {
    const other = harEntry('POST', WORKSPACES, 500);
    const { failures = [] } = followed(har(refused(1), other, refused(1), refused(1))) ?? {};
    expect(failures.map(({ calls }) => calls)).toEqual([3, 1]);
    expect(failures.map(({ call }) => call.pastes[0]?.text.split(' ', 1)[0])).toEqual(['GET', 'POST']);
  });

  it('is read with line ends of any system', () => {
    const text = har(refused(1)).replace('[', '[\r\n').replace(']', '\r]');
    expect(urlsIn(followed(text))).toEqual([`${WORKSPACES}/1`]);
    const lines = (logLine(1) + logLine(2)).replaceAll('\n', '\r\n');
    expect(followed(lines)?.what).toBe('Log in JSON lines: 2 lines, 2 failing calls');
  });

  it('gives its name to what it holds and to what is told of it', () => {
    const cutOff = followed(har(refused(1), refused(2)).slice(0, -100), 'call.har');
    expect(cutOff?.failures[0]?.call.pastes[0]?.name).toBe('call.har');
    expect(cutOff?.notices[0]?.text).toMatch(/^call\.har: The end is missing/);
  });

  it('is none that ends before anything in it failed, or that holds no call at all', () => {
    expect(followed(har(goodCall(1), refused(1)).slice(0, -400))).toBeUndefined();
    expect(followed(har())).toBeUndefined();
  });

  it('is no other text', () => {
    expect(followed('GET https://api.powerbi.com/v1.0/myorg/groups\n403 Forbidden')).toBeUndefined();
    expect(followed('{"error":{"code":"TokenExpired"}}')).toBeUndefined();
    expect(followed('')).toBeUndefined();
  });
});

describe('a HAR in other text', () => {
  it('is followed, and what stands around it is no part of it', () => {
    const text = `Here it is: {"a":1}\n\`\`\`json\n${har(refused(1))}\n\`\`\`\nand {"log": more\n`;
    expect(urlsIn(followed(text))).toEqual([`${WORKSPACES}/1`]);
    expect(followed(text)?.notices).toEqual([]);
  });

  it('is followed however it is spaced', () => {
    const text = har(refused(1)).replace('{"log":{', '{\n "log" : \n {');
    expect(urlsIn(followed(`See\n${text}`))).toEqual([`${WORKSPACES}/1`]);
  });

  it('is followed where a page shows it as code', () => {
    const code = har(refused(1)).replaceAll('"', '&quot;');
    expect(urlsIn(followed(`<p>See</p><pre>${code}</pre>`))).toEqual([`${WORKSPACES}/1`]);
  });

  it('leaves the text to be read where nothing in it failed: what stands around it may tell of a failure', () => {
    expect(followed(`I get 403, see\n${har(goodCall(1))}`)).toBeUndefined();
  });

  it('is none where its end is missing, or it has no entries', () => {
    expect(followed(`See ${har(refused(1)).slice(0, -3)}`)).toBeUndefined();
    expect(followed('See {"log": {"level": "error"}}')).toBeUndefined();
    expect(followed('See "entries" of the log')).toBeUndefined();
  });
});

describe('one line of a log', () => {
  const line = { method: 'GET', url: WORKSPACES, status: 403 };

  it('is the call that it tells of, also where it was laid out over several lines', () => {
    expect(urlsIn(followed(JSON.stringify(line)))).toEqual([WORKSPACES]);
    expect(urlsIn(followed(`\n${JSON.stringify(line, null, 2)}\n`))).toEqual([WORKSPACES]);
  });

  it('is none without a URL, or without a status: then it may be the body of an answer', () => {
    const { url: _, ...noUrl } = line;
    const { status: __, ...noStatus } = line;
    expect(followed(JSON.stringify(noUrl))).toBeUndefined();
    expect(followed(JSON.stringify(noStatus))).toBeUndefined();
  });
});

describe('a large log that is no JSON', () => {
  const quiet = '2026-03-01 12:00:00,000 INFO app - started\n'.repeat(26_000);

  it('is read entry by entry where something in it failed', () => {
    const recording = followed(`${quiet}2026-03-01 12:00:01,000 ERROR app - GET ${WORKSPACES} 403 Forbidden\n`);
    expect(recording?.what).toMatch(/^Log: \d+ entries, 1 failing call$/);
    expect(urlsIn(recording)).toEqual([WORKSPACES]);
  });

  it('is a text like any other where nothing did: its lines may tell of more than calls', () => {
    expect(followed(quiet)).toBeUndefined();
  });
});
