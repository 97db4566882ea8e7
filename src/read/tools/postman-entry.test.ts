import { expect, it } from 'vitest';
import { readPastes } from '../read.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const parts = {
  Network: {},
  'Request Headers': { authorization: 'Bearer [token]', host: 'api.fabric.microsoft.com' },
  'Response Headers': { requestid: '1' },
  'Response Body': '{"errorCode":"InvalidToken"}',
};
const incident = (text: string) => readPastes([{ text }]).incidents[0];

it.each([
  ['as its pretty view copies it', `GET ${URL}: ${JSON.stringify(parts, null, 2)}`],
  ['as JSON with the call as name', JSON.stringify({ [`GET ${URL}`]: parts })],
])('an entry of the Postman console %s gives request and answer, both whole', (_, text) => {
  expect(incident(text)).toMatchObject({
    request: { method: 'GET', url: URL, complete: true, authorization: 'bearer' },
    response: { complete: true, body: '{"errorCode":"InvalidToken"}' },
  });
});

it('an entry that breaks off is whole in nothing that was cut', () => {
  const text = `GET ${URL}: ${JSON.stringify(parts)}`;
  expect(incident(text.slice(0, text.indexOf('"Response Headers"')))?.request).toMatchObject({ complete: false });
  expect(incident(text.slice(0, -10))?.response).toMatchObject({ complete: false });
});

it('an entry without an answer, or with parts that are objects, gives what stands in it', () => {
  const sent = { 'Request Headers': { accept: '*/*' }, 'Request Body': { name: 'Sales' } };
  const one = incident(`POST ${URL}: ${JSON.stringify(sent)}`);
  expect(one?.request).toMatchObject({ method: 'POST', complete: false, body: '{"name":"Sales"}' });
  expect(one).not.toHaveProperty('response');
  const received = { 'Response Headers': { requestid: '1' }, 'Response Body': { errorCode: 'InvalidToken' } };
  const other = incident(`GET ${URL}: ${JSON.stringify(received)}`);
  expect(other?.request).toMatchObject({ headers: [], complete: false });
  expect(other?.request).not.toHaveProperty('authorization');
  expect(other?.response?.body).toBe('{"errorCode":"InvalidToken"}');
});

it('an entry that names no call is none', () => {
  expect(incident(JSON.stringify(parts))?.request?.url).toBeUndefined();
  expect(incident(JSON.stringify({ 'my call': parts }))?.request?.url).toBeUndefined();
});
