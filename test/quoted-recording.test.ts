import { describe, expect, it } from 'vitest';
import { diagnose } from '../src/index.ts';
import { buildToken } from './support/token.ts';

const token = buildToken({ aud: 'https://graph.microsoft.com', scp: 'User.Read' });

const entry = (path: string, status: number) => ({
  startedDateTime: new Date().toISOString(),
  request: {
    method: 'GET',
    url: `https://api.fabric.microsoft.com/v1/${path}`,
    headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
  },
  response: { status, headers: [{ name: 'content-length', value: '0' }], content: { size: 0 } },
});

const har = (status: number): string =>
  JSON.stringify(
    { log: { version: '1.2', entries: [entry('capacities', 200), entry('workspaces', status)] } },
    null,
    1,
  );

const first = (text: string) => {
  const [diagnosis] = diagnose([{ text }], { now: new Date().toISOString() });
  const [finding] = diagnosis?.findings ?? [];
  return finding?.verdict === 'confirmed' ? finding.cause : undefined;
};

describe('a recording within other text', () => {
  const whole = first(har(401));

  it.each([
    ['behind a fence', (text: string) => `It fails:\n\n\`\`\`json\n${text}\n\`\`\`\n\nThanks!`],
    ['in a message of a chat', (text: string) => `[2/27/2026 9:14 AM] Ada Example: look ${text}\n[9:15 AM] Bo: ok`],
    ['in the code of a page', (text: string) => `<html><pre>${text.replaceAll('"', '&quot;')}</pre></html>`],
  ])('is read as it is read alone: %s', (_, quoted) => {
    expect(whole).toBeDefined();
    expect(first(quoted(har(401)))).toBe(whole);
  });

  it('does not hide the failure that is told around it', () => {
    expect(first(`AADSTS7000222: The provided client secret keys for app are expired.\n\n${har(200)}`)).toBeDefined();
  });
});
