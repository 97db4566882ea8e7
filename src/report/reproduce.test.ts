import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/support/hostile.ts';
import type { Message } from '../model/diagnosis.ts';
import { reproduction } from './reproduce.ts';

const message = (changes: Partial<Message>): Message => ({
  is: 'request',
  start: 'GET https://api.fabric.microsoft.com/v1/workspaces',
  headers: [],
  withheld: [],
  ...changes,
});

/** What a shell would hand to curl. */
const words = (command: string): readonly string[] =>
  execFileSync(
    'sh',
    ['-c', `curl() { printf '%s\\0' "$@"; }\nTOKEN=token CLIENT_SECRET=secret TENANT_ID=t\n${command}`],
    {
      encoding: 'utf8',
    },
  )
    .split('\0')
    .slice(0, -1);

describe('the command that repeats a call', () => {
  it('names the token by a variable, never by its value', () => {
    const headers = [{ name: 'Authorization', value: 'Bearer [secret-1: access token, 1,204 characters]' }];
    expect(reproduction(message({ headers }))).toBe(
      'curl --include --request GET \'https://api.fabric.microsoft.com/v1/workspaces\' \\\n  --header "Authorization: Bearer $TOKEN"',
    );
  });

  it('asks for a token with a variable in place of each secret, and keeps the variables of the paste', () => {
    const command = reproduction(
      message({
        is: 'token-request',
        start: 'POST https://login.microsoftonline.com/$TENANT_ID/oauth2/v2.0/token',
        body: 'grant_type=client_credentials\n&client_secret=[secret-1: client secret, 40 characters]\n&scope=.default',
      }),
    );
    expect(words(command ?? '')).toEqual([
      ...['--include', '--request', 'POST', 'https://login.microsoftonline.com/t/oauth2/v2.0/token'],
      ...[
        '--data',
        'grant_type=client_credentials',
        '--data-urlencode',
        'client_secret=secret',
        '--data',
        'scope=.default',
      ],
    ]);
  });

  it('keeps query options that begin with a dollar, and masks in braces', () => {
    const start = 'GET https://api.powerbi.com/v1.0/myorg/groups/{groupId}/reports?$top=5';
    const [, , , url, option] = words(reproduction(message({ start })) ?? '');
    expect([`GET ${url}`, option]).toEqual([start, '--globoff']);
  });

  it('is left out where the address was not seen', () => {
    expect(reproduction(message({ start: 'GET /v1/workspaces' }))).toBeUndefined();
    expect(reproduction(message({ start: '' }))).toBeUndefined();
  });

  it('hands every text of a paste to curl as one word: nothing in it runs', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const path = `${text}$(echo run)\`echo run\`; echo run`.replace(/\s+/g, '-').replaceAll('\0', '');
        const [, , , url] = words(reproduction(message({ start: `GET https://x.example/${path}` })) ?? '');
        expect(url).toBe(`https://x.example/${path}`);
      }),
      { numRuns: 60 },
    );
  });
});
