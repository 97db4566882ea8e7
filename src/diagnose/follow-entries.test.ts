import { describe, expect, it } from 'vitest';
import { goodCall, harEntry, harText } from '../../test/support/recording.ts';
import { buildToken } from '../../test/support/token.ts';
import { type FailingCall, followEntries } from './follow-entries.ts';

const TOKEN_URL = 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token';
const WORKSPACES = 'https://api.fabric.microsoft.com/v1/workspaces';

const followHar = (entries: readonly object[]) => {
  const follower = followEntries('har', 'call.har');
  const calls: FailingCall[] = [];
  for (const text of harText(entries)) calls.push(...follower.push(text));
  calls.push(...follower.end());
  return { calls, seen: follower.seen(), notices: follower.notices() };
};

const textsOf = (calls: readonly FailingCall[]): readonly string[] =>
  calls.map(({ pastes }) => pastes.map(({ text }) => text).join('\n----\n'));

describe('of a HAR', () => {
  it.each([
    ['a refusal of the API', harEntry('GET', WORKSPACES, 401)],
    ['an outage', harEntry('GET', 'https://onelake.dfs.fabric.microsoft.com/ws/item', 503)],
    ['a token that is not given', harEntry('POST', TOKEN_URL, 400, { body: '{"error":"invalid_grant"}' })],
    ['a call that got no answer', harEntry('GET', WORKSPACES, 0, { fields: { _error: 'net::ERR_NAME_NOT_RESOLVED' } })],
  ])('%s is handed on', (_, entry) => {
    expect(followHar([goodCall(1), entry]).calls).toHaveLength(1);
  });

  it.each([
    ['a call that went well', harEntry('GET', WORKSPACES, 200)],
    ['a failure of a service that has nothing to do with it', harEntry('GET', 'https://tiles.example/map', 403)],
    [
      'a picture that is not there',
      harEntry('GET', 'https://app.powerbi.com/x.png', 404, { fields: { _resourceType: 'image' } }),
    ],
    ['a page that went away', harEntry('GET', WORKSPACES, 0, { fields: { _error: 'net::ERR_ABORTED' } })],
    ['a preflight', harEntry('OPTIONS', WORKSPACES, 401)],
    ['a poll that must wait', harEntry('POST', TOKEN_URL, 400, { body: '{"error":"authorization_pending"}' })],
    ['a body that speaks of a status', harEntry('GET', WORKSPACES, 200, { body: '{"status": 401}' })],
  ])('%s is not', (_, entry) => {
    expect(followHar([entry]).calls).toEqual([]);
  });

  it('the call is written as it stands on the wire, with the time at which it was made', () => {
    const entry = harEntry('POST', `${WORKSPACES}?x=1`, 403, {
      request: { Authorization: 'Bearer x', ':path': '/v1', Cookie: 'a=b' },
      post: { mimeType: 'application/json', text: '{\n  "displayName": "x"\n}' },
      body: '{"errorCode":"InsufficientPrivileges"}',
      at: '2026-03-01T13:00:00.000+01:00',
    });
    const [call] = followHar([entry]).calls;
    expect(call?.at).toBe('2026-03-01T12:00:00.000Z');
    expect(textsOf(call ? [call] : [])).toEqual([
      [
        'POST https://api.fabric.microsoft.com/v1/workspaces?x=1 HTTP/1.1',
        'accept: */*',
        'Authorization: Bearer x',
        '',
        '{ "displayName": "x" }',
        '',
        'HTTP/1.1 403',
        'content-type: application/json',
        'date: Sun, 01 Mar 2026 12:00:00 GMT',
        '',
        '{"errorCode":"InsufficientPrivileges"}',
        '',
      ].join('\n'),
    ]);
  });

  it('bodies in base64 and forms in fields are read', () => {
    const body = '{"error":"invalid_client","error_description":"AADSTS7000215: ü"}';
    const entry = harEntry('POST', TOKEN_URL, 401, {
      post: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'scope', value: 'a b/.default' }] },
    });
    const content = { mimeType: 'application/json', encoding: 'base64', text: Buffer.from(body).toString('base64') };
    const [text] = textsOf(followHar([{ ...entry, response: { ...entry.response, content } }]).calls);
    expect(text).toContain('\n\nscope=a%20b%2F.default\n');
    expect(text).toContain(`\n\n${body}\n`);
  });

  it('no line of a body that is no JSON can pass for a message', () => {
    const body = 'Try this:\nGET https://api.powerbi.com/v1.0/myorg/groups 401\nHTTP/1.1 403 Forbidden';
    const [text] = textsOf(followHar([harEntry('GET', WORKSPACES, 500, { body })]).calls);
    expect(text?.match(/^(?:GET|HTTP)/gm)).toEqual(['GET', 'HTTP']);
  });

  it.each([
    [400, 1],
    [402, 0],
    [404, 1],
    [407, 1],
    [429, 1],
    [499, 0],
    [500, 1],
    [599, 1],
    [600, 0],
  ])(
    'an answer %i that a token, a permission or the service can be the reason of is handed on, no other',
    (status, calls) => {
      expect(followHar([harEntry('GET', WORKSPACES, status)]).calls).toHaveLength(calls);
    },
  );

  it('calls are counted, and those of them that failed', () => {
    const { seen } = followHar([goodCall(1), harEntry('GET', WORKSPACES, 401), harEntry('GET', WORKSPACES, 403)]);
    expect(seen).toEqual({ entries: 3, failures: 2 });
  });

  it('a refused call counts after thirty entries at the latest, though the recording goes on', () => {
    const follower = followEntries('har');
    const entries = [harEntry('GET', WORKSPACES, 401), ...Array.from({ length: 31 }, (_, n) => goodCall(n))];
    const [...texts] = harText(entries);
    const calls = texts.slice(0, -1).flatMap((text) => [...follower.push(text)]);
    expect(calls).toHaveLength(1);
    expect(follower.seen().failures).toBe(1);
  });

  it('the requests of the last twenty tokens are remembered; one that is given again counts as the last', () => {
    const given = (n: number) =>
      harEntry('POST', TOKEN_URL, 200, {
        body: JSON.stringify({ token_type: 'Bearer', access_token: buildToken({ jti: `${n}` }) }),
      });
    const refused = (n: number) =>
      harEntry('GET', `${WORKSPACES}/${n}`, 403, {
        request: { Authorization: `Bearer ${buildToken({ jti: `${n}` })}` },
      });
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const { calls } = followHar([...numbers.map(given), given(0), given(20), refused(0), refused(1), refused(2)]);
    expect(calls.map(({ pastes }) => pastes.length)).toEqual([2, 1, 2]);
  });

  it('the request that got the token goes along with the call that it was refused for', () => {
    const token = buildToken({ aud: 'https://graph.microsoft.com' });
    const calls = followHar([
      harEntry('POST', TOKEN_URL, 200, { body: JSON.stringify({ token_type: 'Bearer', access_token: token }) }),
      harEntry('POST', TOKEN_URL, 200, { body: JSON.stringify({ access_token: `${token}x` }) }),
      harEntry('GET', WORKSPACES, 401, { request: { authorization: `Bearer ${token}` } }),
      harEntry('GET', WORKSPACES, 401, { request: { authorization: 'Bearer other' } }),
    ]).calls;
    expect(calls.map(({ pastes }) => pastes.length)).toEqual([2, 1]);
    expect(calls[0]?.pastes[0]?.text).toMatch(/^POST .*\/token HTTP\/1\.1\n/);
  });

  it('calls that differ in ids and times only are alike; another code, token or hour is not', () => {
    const call = (n: number, code = 'A', token = 'x', hour = '12') =>
      harEntry('GET', `${WORKSPACES}/${String(n).repeat(8)}-1111-2222-3333-444444444444/items?page=${n}`, 403, {
        request: { Authorization: `Bearer ${token}` },
        response: { requestId: `id${n}` },
        body: JSON.stringify({ errorCode: code, at: `2026-03-01T12:00:0${n}Z` }),
        at: `2026-03-01T${hour}:00:00.000Z`,
      });
    const { calls } = followHar([call(1), call(2), call(3, 'B'), call(4, 'A', 'y'), call(5, 'A', 'x', '14')]);
    const [a, b, ...others] = calls.map(({ likeness }) => likeness);
    expect(a).toBe(b);
    expect(new Set([a, ...others]).size).toBe(4);
  });

  it('calls are alike within the same ten minutes: a token that is good then may be expired later', () => {
    const at = (time: string) => harEntry('GET', WORKSPACES, 403, { at: `2026-03-01T${time}.000Z` });
    const { calls } = followHar([at('12:00:00'), at('12:09:59'), at('12:10:00'), at('13:00:00')]);
    const [first, ...others] = calls.map(({ likeness }) => likeness);
    expect(others[0]).toBe(first);
    expect(new Set(others).size).toBe(3);
  });

  it('a call with the request for its token is another failure than one without', () => {
    const token = buildToken({ aud: 'https://api.fabric.microsoft.com' });
    const refused = harEntry('GET', WORKSPACES, 403, { request: { Authorization: `Bearer ${token}` } });
    const given = harEntry('POST', TOKEN_URL, 200, { body: JSON.stringify({ access_token: token }) });
    const [without, having] = followHar([refused, given, refused]).calls;
    expect(without?.pastes).toHaveLength(1);
    expect(having?.pastes).toHaveLength(2);
    expect(without?.likeness).not.toBe(having?.likeness);
  });

  it('what cannot be read is counted and told', () => {
    const follower = followEntries('har', 'call.har');
    const good = JSON.stringify(harEntry('GET', WORKSPACES, 401));
    const texts = [`{"log":{"entries":[{"status":401,,},`, good, `,{"request":`];
    const calls = texts.flatMap((text) => [...follower.push(text)]);
    calls.push(...follower.end());
    expect(calls).toHaveLength(1);
    expect(follower.notices().map(({ text }) => text)).toEqual([
      'call.har: entry 1 was skipped: no JSON object.',
      'call.har: The end is missing: the text breaks off at entry 3. What stands before it was read.',
    ]);
  });
});
