import { describe, expect, it } from 'vitest';
import { harEntry } from '../../test/support/recording.ts';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { buildToken } from '../../test/support/token.ts';
import type { Context, Diagnosis } from '../model/diagnosis.ts';
import type { Rule } from '../model/rule.ts';
import { sealPastes } from '../redact/seal.ts';
import { diagnose, diagnoseSealed } from './diagnose.ts';

const now = '2026-03-01T12:00:00Z';
const WORKSPACES = 'https://api.fabric.microsoft.com/v1/workspaces';
const CALL = `GET ${WORKSPACES} HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n`;

/** What is said of the first failing call in a paste; of none where nothing was pasted. */
const diagnosed = (text: string | undefined, context: Partial<Context> = {}): Diagnosis => {
  const [first] = diagnose(text === undefined ? [] : [{ text }], { rules: [], now, ...context });
  if (first === undefined) throw new Error('nothing was diagnosed');
  return first;
};

describe('the call in one line', () => {
  it.each([
    ['what was called and what came back', CALL, {}, `GET ${WORKSPACES} -> 403`],
    ['the code where no status is known', undefined, { 'response.code': 'Gone' }, 'Gone'],
    ['the status rather than the code', undefined, { 'response.code': 'Gone', 'response.status': '404' }, '404'],
    ['the API by its name where no URL was seen', undefined, { 'call.api': 'fabric' }, 'the Fabric REST API'],
    ['a request for a token by the code of its refusal', 'AADSTS50105: no', {}, 'Token request -> AADSTS50105'],
    [
      'a request for a token by its status otherwise',
      undefined,
      { 'token-request.status': '401' },
      'Token request -> 401',
    ],
    [
      'the code of Entra ID behind a call that got no answer of its own',
      'AADSTS50105: no',
      { 'request.url': 'https://x.example' },
      'https://x.example -> AADSTS50105',
    ],
    ['that no call was seen', undefined, {}, 'A call that was not seen'],
  ])('says %s', (_, text, answers, call) => {
    expect(diagnosed(text, { answers }).call).toBe(call);
  });
});

describe('what a diagnosis concludes', () => {
  const likely = smallRule('refused', { gate: 'item', signs: [smallSign('strong', { 'response.status': 403 })] });
  const weak = smallRule('maybe', { signs: [smallSign('weak', { 'response.status': 403 })] });
  const other = smallRule('other', { signs: [smallSign('strong', { 'response.status': 500 })] });
  const conclusive: Rule = { ...likely, signs: [smallSign('conclusive', { 'response.status': 403 })] };

  it('is where the call stops, by the best of the causes, confirmed or likely', () => {
    expect(diagnosed(CALL, { rules: [weak, likely] }).conclusion).toEqual({
      is: 'stops-at',
      gate: 'item',
      cause: 'refused',
      verdict: 'likely',
    });
    expect(diagnosed(CALL, { rules: [weak, conclusive] }).conclusion).toMatchObject({ verdict: 'confirmed' });
  });

  it('is nothing where a cause is merely possible, or none is', () => {
    expect(diagnosed(CALL, { rules: [weak, other] }).conclusion).toEqual({ is: 'unexplained' });
    expect(diagnosed(CALL).conclusion).toEqual({ is: 'unexplained' });
  });

  it('names causes for which something speaks, best first, and those ruled out, and no others', () => {
    const impossible = { ...likely, id: 'impossible', 'possible-when': { 'response.status': 500 } };
    const { findings } = diagnosed(CALL, { rules: [impossible, weak, other, likely] });
    expect(findings.map(({ cause, verdict }) => [cause, verdict])).toEqual([
      ['refused', 'likely'],
      ['maybe', 'possible'],
      ['impossible', 'ruled-out'],
    ]);
  });

  it('is drawn on the checklist', () => {
    const { gates } = diagnosed(CALL, { rules: [likely] });
    expect(gates.find(({ state }) => state === 'failed')).toMatchObject({ gate: 'item', because: 'Refused.' });
  });

  it('asks on while a cause is open, and no more once one is confirmed', () => {
    const open = smallRule('outage', { signs: [smallSign('strong', { 'service.health': 'incident' })] });
    expect(diagnosed(CALL, { rules: [open, other] }).question?.settles).toEqual(['outage']);
    expect(diagnosed(CALL, { rules: [open, other, conclusive] })).not.toHaveProperty('question');
  });
});

describe('a diagnosis', () => {
  it('lists its facts by name, so that two of them can be compared', () => {
    const paths = Object.keys(diagnosed(CALL).facts);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths).toEqual([...paths].sort());
  });

  it('says what was recognised, what was sent and which secrets were seen, and what is odd about it', () => {
    const token = buildToken({ aud: 'https://api.fabric.microsoft.com' });
    const { recognised, messages, secrets } = diagnosed(
      `GET ${WORKSPACES} HTTP/1.1\nAuthorization: Bearer ${token}\n\nHTTP/1.1 403 Forbidden\n`,
    );
    expect(recognised.length).toBeGreaterThan(0);
    expect(messages.map(({ is }) => is)).toEqual(['request', 'answer']);
    expect(secrets).toMatchObject([{ kind: 'access-token' }]);
    expect(diagnosed('it does not work').notices).toMatchObject([{ code: 'not-recognised' }]);
  });

  it('of several failing calls there is one each; of nothing there is one that rests on the answers alone', () => {
    const other = `GET ${WORKSPACES}/x HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n`;
    expect(diagnose([{ text: CALL + other }], { rules: [], now })).toHaveLength(2);
    expect(diagnose([], { rules: [], now, answers: { 'response.status': '401' } })).toMatchObject([
      { facts: { 'response.status': { value: 401 } } },
    ]);
  });

  it('names the time that it was made for: a token is judged by it', () => {
    const text = `GET ${WORKSPACES} HTTP/1.1\nAuthorization: Bearer ${buildToken({ exp: Date.parse(now) / 1000 })}\n`;
    const lifetimeAt = (time: string) => diagnosed(text, { now: time }).facts['token.lifetime'];
    expect(diagnosed(text).now).toBe(now);
    expect(lifetimeAt('2026-03-01T11:00:00Z')).toMatchObject({ value: 'valid' });
    expect(lifetimeAt('2026-03-01T13:00:00Z')).toMatchObject({ value: 'expired' });
  });
});

describe('of a recording', () => {
  const har = (...entries: readonly object[]): string => JSON.stringify({ log: { version: '1.2', entries } });
  const refused = (n: number, status = 403) =>
    harEntry('GET', `${WORKSPACES}/${n}`, status, { at: '2026-02-01T12:00:00.000Z' });

  it('there is one diagnosis a kind of failure, with the number of its calls, each made for the time of its call', () => {
    const all = diagnose([{ text: har(refused(1), refused(2), refused(3, 500), refused(4)) }], { rules: [], now });
    expect(all.map(({ call, calls }) => [call, calls])).toEqual([
      [`GET ${WORKSPACES}/1 -> 403`, 3],
      [`GET ${WORKSPACES}/3 -> 500`, 1],
    ]);
    expect(all.map((one) => one.now)).toEqual(['2026-02-01T12:00:00.000Z', '2026-02-01T12:00:00.000Z']);
  });

  it('calls without a time are judged as if made now', () => {
    const line = JSON.stringify({ level: 50, method: 'GET', url: WORKSPACES, status: 403 });
    expect(diagnosed(`${line}\n${line}\n`)).toMatchObject({ now, calls: 2 });
  });

  it('without a failing call there is one that says what it was, and no call', () => {
    const all = diagnose([{ text: har(harEntry('GET', WORKSPACES, 200), harEntry('GET', WORKSPACES, 200)) }], {
      rules: [],
      now,
    });
    expect(all).toMatchObject([
      {
        call: 'A call that was not seen',
        recognised: [
          { what: 'Recording (HAR): 2 entries, no failing call', place: { paste: 0, line: 1, what: 'recording' } },
        ],
        messages: [],
        secrets: [],
        notices: [],
      },
    ]);
  });

  it('what could not be read of it is told with each of its diagnoses, behind what is told of the call', () => {
    const cutOff = har(refused(1), refused(2)).slice(0, -100);
    const { notices } = diagnosed(cutOff, { answers: { 'response.status': '401' } });
    expect(notices.map(({ code }) => code)).toEqual(['answer-differs', 'cut-off']);
  });

  it('the other pastes are diagnosed by themselves, before it', () => {
    const all = diagnose([{ text: har(refused(1)) }, { text: CALL }], { rules: [], now });
    expect(all.map(({ call }) => call)).toEqual([`GET ${WORKSPACES} -> 403`, `GET ${WORKSPACES}/1 -> 403`]);
  });
});

it('the same input gives the same diagnosis, whatever was diagnosed before', () => {
  const rules = [
    smallRule('outage', { signs: [smallSign('strong', { 'service.health': 'incident' })] }),
    smallRule('changed', { signs: [smallSign('strong', { 'observed.started': 'just-changed' })] }),
  ];
  const first = JSON.stringify(diagnosed(CALL, { rules }));
  diagnosed(undefined, { rules, answers: { 'service.health': 'incident' } });
  expect(JSON.stringify(diagnosed(CALL, { rules }))).toBe(first);
});

it('pastes that were sealed before give the same diagnosis: a session can go on without the secrets', () => {
  const text = `GET ${WORKSPACES} HTTP/1.1\nAuthorization: Bearer ${buildToken({ aud: 'x' })}\n\nHTTP/1.1 403 Forbidden\n`;
  const context = { rules: [smallRule('refused', { signs: [smallSign('strong', { 'response.status': 403 })] })], now };
  expect(diagnoseSealed(sealPastes([{ text }]), context)).toEqual(diagnose([{ text }], context));
});
