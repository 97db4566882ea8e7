import { describe, expect, it } from 'vitest';
import { check } from '../support/check-run.ts';
import { fakeIo } from '../support/fake-io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { buildToken } from '../support/token.ts';

describe('token', () => {
  const folder = scratchFolder('token');

  it('explains a token from stdin without showing it', async () => {
    const token = buildToken({ aud: 'https://graph.microsoft.com', appid: 'a', scp: 'User.Read', exp: 1_772_368_000 });
    const { code, out } = await check(['token'], fakeIo(`Authorization: Bearer ${token}\n`));
    expect(code).toBe(0);
    expect(out).toMatch(/For: Microsoft Graph: Power BI and Fabric refuse it/);
    for (const part of token.split('.')) expect(out).not.toContain(part.slice(0, 12));
  });

  it('reads it from a file, and tells of an access token before anything else in there', async () => {
    const answer = { refresh_token: `1.A${'X0kBvQ3w'.repeat(40)}`, access_token: buildToken({ aud: 'x', scp: 'y' }) };
    const { code, out } = await check(['token', folder.write('answer.json', JSON.stringify(answer))]);
    expect(code).toBe(0);
    expect(out).toMatch(/^An access token/);
    expect(out).toContain('holds 1 more');
  });

  it('says what another credential is, and what to do with it', async () => {
    const { code, out } = await check(['token'], fakeIo(`${'11111111-2222-3333-4444-'}${'5'.repeat(12)}\n`));
    expect(code).toBe(0);
    expect(out).toMatch(/^A GUID[\s\S]*proves\s+nothing/);
  });

  it('ends with 2 where there is no credential', async () => {
    const { code, err } = await check(['token'], fakeIo('There is nothing in here.\n'));
    expect(code).toBe(2);
    expect(err).toMatch(/^INPUT_EMPTY: There is no token/);
  });
});
