import { describe, expect, it } from 'vitest';
import { expiredCall, expiredToken, goodCall, harEntry } from '../../test/support/recording.ts';
import { buildToken } from '../../test/support/token.ts';
import { builtInRules as rules } from '../index.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { standing } from '../report/standing.ts';
import { diagnose } from './diagnose.ts';

const NOW = '2026-06-01T12:00:00Z';
const WORKSPACES = 'https://api.fabric.microsoft.com/v1/workspaces';
const CHALLENGE = { 'www-authenticate': 'Bearer authorization_uri="https://login.microsoftonline.com/common"' };

const har = (entries: readonly object[]): string => JSON.stringify({ log: { version: '1.2', entries } });
const lines = (...all: readonly object[]): string => all.map((line) => JSON.stringify(line)).join('\n');
const diagnosed = (...texts: readonly string[]): readonly Diagnosis[] =>
  diagnose(
    texts.map((text) => ({ text })),
    { rules, now: NOW },
  );
const causeOf = ({ conclusion }: Diagnosis): string | undefined =>
  conclusion.is === 'stops-at' ? conclusion.cause : undefined;

describe('a HAR as one paste', () => {
  it('of 5,000 entries gives one diagnosis a kind of failure, with the number of its calls, each judged at its time', () => {
    const token = expiredToken();
    const entries = Array.from({ length: 5000 }, (_, i) => (i % 50 === 0 ? expiredCall(i, token) : goodCall(i)));
    const all = diagnosed(har([...entries, harEntry('GET', WORKSPACES, 503)]));
    expect(all.map(({ calls }) => calls)).toEqual([100, 1]);
    expect(all[0] && causeOf(all[0])).toBe('token-expired');
    expect(all[0]?.now).toBe('2026-03-01T12:00:00.000Z');
  });

  it('without a failing call says what it was, and that nothing in it failed', () => {
    const [only, ...others] = diagnosed(har([goodCall(1), goodCall(2)]));
    expect(others).toEqual([]);
    expect(only?.recognised.map(({ what }) => what)).toEqual(['Recording (HAR): 2 entries, no failing call']);
    expect(only && standing(only)).toBe('nothing-wrong');
  });

  it('that breaks off before a failing call was seen whole is read as the text that it is', () => {
    const text = har([goodCall(1), harEntry('GET', WORKSPACES, 401, { body: '{"errorCode":"InvalidToken"}' })]);
    const [only] = diagnosed(text.slice(0, -120));
    expect(only && standing(only)).toBe('unexplained');
  });

  it('stands behind what else was pasted', () => {
    const all = diagnosed(har([harEntry('GET', WORKSPACES, 503)]), 'AADSTS7000222: The secret is expired.');
    expect(all.map(({ facts }) => Object.hasOwn(facts, 'entra.code'))).toEqual([true, false]);
  });
});

describe('a refused call that is repeated', () => {
  const bearer = buildToken({ aud: 'https://api.fabric.microsoft.com', scp: 'Workspace.Read.All' });
  const refused = harEntry('GET', WORKSPACES, 401, { response: CHALLENGE });
  const withToken = (status: number, token = bearer) =>
    harEntry('GET', WORKSPACES, status, { request: { Authorization: `Bearer ${token}` } });

  it.each([
    ['is no failure when it comes through with a token', [refused, goodCall(1), withToken(200)], 0],
    ['is one when the token is refused as well', [refused, withToken(401)], 2],
    ['is one when another call comes through', [refused, harEntry('GET', `${WORKSPACES}?x=1`, 200)], 1],
    ['is one when the same token comes through later: nobody got a new one', [withToken(401), withToken(200)], 1],
    ['is none when a new token comes through', [withToken(401, `${bearer}a`), withToken(200)], 0],
  ])('%s', (_, entries, failures) => {
    const all = diagnosed(har(entries)).filter(({ calls }) => calls !== undefined);
    expect(all.reduce((sum, { calls = 0 }) => sum + calls, 0)).toBe(failures);
  });

  it('counts in logs as well', () => {
    const line = (status: number) => ({ level: 30, method: 'GET', url: WORKSPACES, status });
    expect(diagnosed(lines(line(401), line(200)))[0]?.call).toBe('A call that was not seen');
    expect(diagnosed(lines(line(401), line(401)))[0]?.calls).toBe(2);
  });
});

describe('one line of a log', () => {
  const row = {
    itemType: 'dependency',
    name: 'POST /v1/workspaces',
    data: WORKSPACES,
    resultCode: '403',
    customDimensions: JSON.stringify({ Response: '{"errorCode":"InsufficientPrivileges","message":"No."}' }),
  };

  it('is read as the call that it tells of, also where it was laid out over several lines', () => {
    const [only] = diagnosed(JSON.stringify(row, null, 2));
    expect(only?.call).toBe(`POST ${WORKSPACES} -> 403`);
    expect(only?.facts['response.code']).toMatchObject({ value: 'InsufficientPrivileges' });
  });

  it('tells no method where it has none', () => {
    const [only] = diagnosed(JSON.stringify({ ...row, name: 'groups' }));
    expect(only?.facts['request.method']).toBeUndefined();
  });

  it('is no error body that names a link', () => {
    const body = { message: 'AADSTS7000222: expired, see https://aka.ms/NewClientSecret', status: 403 };
    expect(diagnosed(JSON.stringify(body))[0]?.facts['entra.code']).toMatchObject({ value: 7000222 });
  });
});

it.each([
  [
    'a recording in which no answer came',
    har([harEntry('GET', WORKSPACES, 0, { fields: { _error: 'net::ERR_FAILED' } })]),
  ],
  ['the network tab', `Request URL: ${WORKSPACES}\nRequest Method: GET\nStatus Code: (failed)`],
  ['a script in a page', `GET ${WORKSPACES}\nstatus 0, statusText "error"`],
])('%s never ends as nothing wrong: it stops at the way to the service, with a question', (_, text) => {
  const [only] = diagnosed(text);
  expect(only && standing(only)).toBe('unexplained');
  expect(only?.gates[0]).toMatchObject({ gate: 'reach', state: 'failed' });
  expect(only?.question).toBeDefined();
});
