import { describe, expect, it } from 'vitest';
import { redact } from '../../src/index.ts';
import { buildToken } from '../support/token.ts';
import { OUTPUTS } from './outputs.ts';

const made = (name: string): string => `${name}${'k7Qz3'.repeat(6)}`;

const NAME = 'Ada Lovelace';
const TOKEN = buildToken({ aud: 'https://graph.microsoft.com', name: NAME, exp: 1_772_370_000 });
const [CLIENT_SECRET, JSON_SECRET, PASSWORD, REFRESH, USER] = ['cs', 'js', 'pw', 'rt', 'us'].map(made) as [
  string,
  string,
  string,
  string,
  string,
];
const BASIC = Buffer.from(`client:${USER}`).toString('base64');

const exchange = (url: string, headers: readonly object[], text: string, answer: string) => ({
  startedDateTime: '2026-03-01T12:00:00.000Z',
  request: { method: 'POST', url, headers, postData: { mimeType: 'application/json', text } },
  response: { status: 401, headers: [], content: { mimeType: 'application/json', text: answer } },
});

/** A recording with seven things that nobody else may see. */
const har = {
  log: {
    version: '1.2',
    creator: { name: 'test', version: '1' },
    entries: [
      exchange(
        'https://login.microsoftonline.com/common/oauth2/v2.0/token',
        [{ name: 'authorization', value: `Basic ${BASIC}` }],
        `grant_type=client_credentials&client_secret=${CLIENT_SECRET}`,
        JSON.stringify({ token_type: 'Bearer', refresh_token: REFRESH }),
      ),
      exchange(
        'https://api.powerbi.com/v1.0/myorg/groups',
        [{ name: 'Authorization', value: `Bearer ${TOKEN}` }],
        JSON.stringify({ client_secret: JSON_SECRET, password: PASSWORD, owner: NAME }),
        JSON.stringify({ error: { code: 'TokenExpired' } }),
      ),
    ],
  },
};

const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'the bearer': TOKEN.split('.'),
  'the client secret in a form': [CLIENT_SECRET],
  'the client secret in JSON': [JSON_SECRET],
  'the password in JSON': [PASSWORD],
  'the refresh token in JSON': [REFRESH],
  'the basic credential in a header in small letters': [BASIC, USER],
  'the name in the claims': [NAME, 'Lovelace'],
};

describe('of a recording with seven plantings', () => {
  const { text } = redact(JSON.stringify(har));

  it.each(Object.entries(PLANTED))('%s is gone', (_, values) => {
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });

  it('a recording is left, with everything else', () => {
    const { log } = JSON.parse(text);
    expect(log.entries.map(({ request }: { request: { url: string } }) => request.url)).toEqual(
      har.log.entries.map(({ request }) => request.url),
    );
    expect(JSON.parse(log.entries[1].request.postData.text)).toMatchObject({ owner: 'person-1' });
    expect(text).toContain('TokenExpired');
  });

  it('nothing comes out of any output', async () => {
    for (const [name, output] of Object.entries(OUTPUTS)) {
      if (/personal/.test(name)) continue;
      const said = await output(JSON.stringify(har));
      const left = Object.values(PLANTED)
        .flat()
        .filter((value) => said.includes(value));
      expect([name, left.filter((value) => !/^s+$/.test(value))]).toEqual([name, []]);
    }
  });
});
