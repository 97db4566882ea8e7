import { describe, expect, it } from 'vitest';
import type { Diagnosis, Message } from '../model/diagnosis.ts';
import type { Fact, FactValue } from '../model/evidence.ts';
import type { Gate } from '../model/rule.ts';
import { requestComparisons, unifiedRows } from './request-right.ts';
import { requestSection } from './request-sides.ts';
import { noPaint, type Style } from './style.ts';

const known = (value: FactValue): Fact => ({ state: 'known', value, origin: { by: 'told' } });
const SCOPE = 'https://api.fabric.microsoft.com/.default';

const tokenRequest = (body: string, tenant = 'contoso.com'): Message => ({
  is: 'token-request',
  start: `POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
  headers: [],
  withheld: [],
  body,
});
const call = (authorization?: string): Message => ({
  is: 'request',
  start: 'GET https://api.fabric.microsoft.com/v1/workspaces',
  headers: authorization === undefined ? [] : [{ name: 'Authorization', value: authorization }],
  withheld: [],
});

const diagnosis = (
  gate: Gate,
  messages: readonly Message[],
  facts: Readonly<Record<string, FactValue>>,
): Diagnosis => ({
  version: 1,
  now: '2026-03-01T12:00:00Z',
  call: '',
  recognised: [],
  messages,
  conclusion: { is: 'stops-at', gate, cause: 'made-up', verdict: 'confirmed' },
  findings: [],
  gates: [],
  facts: Object.fromEntries(
    Object.entries({ 'call.scope': SCOPE, 'token-request.endpoint': 'v2', ...facts }).map(([path, value]) => [
      path,
      known(value),
    ]),
  ),
  secrets: [],
  notices: [],
});

const BARE = { 'token-request.scope-form': 'bare-default', 'token-request.grant': 'client-credentials' };
const bare = diagnosis('token-request', [tokenRequest('grant_type=client_credentials\n&scope=.default')], BARE);
const changes = (each: Diagnosis): readonly string[] =>
  requestComparisons(each).flatMap((comparison) =>
    unifiedRows(comparison)
      .split('\n')
      .filter((line) => /^[-+]/.test(line)),
  );

const style = (width: number, changed: Partial<Style> = {}): Style => ({
  width,
  colour: noPaint,
  unicode: true,
  plain: false,
  ...changed,
});

describe('a request done right', () => {
  it('gets the API in front of a bare scope', () => {
    expect(changes(bare)).toEqual(['- scope=.default', `+ scope=${SCOPE}`]);
  });

  it('keeps the permissions of a person, and what they ask of OpenID', () => {
    const facts = { 'token-request.scope-form': 'no-resource', 'token-request.grant': 'authorization-code' };
    const body = 'scope=Item.Read.All+offline_access';
    expect(changes(diagnosis('token-request', [tokenRequest(body)], facts))).toEqual([
      '- scope=Item.Read.All offline_access',
      '+ scope=https://api.fabric.microsoft.com/Item.Read.All offline_access',
    ]);
  });

  it('names the tenant of an app', () => {
    const facts = {
      'token-request.scope-form': 'default',
      'token-request.tenant-kind': 'common',
      'token-request.grant': 'client-credentials',
    };
    const [sent, right] = changes(diagnosis('token-request', [tokenRequest(`scope=${SCOPE}`, 'common')], facts));
    expect([sent, right]).toEqual([expect.stringContaining('/common/'), expect.stringContaining('/<tenant id>/')]);
  });

  it('leaves resource away at the v2 endpoint', () => {
    const facts = { 'token-request.scope-form': 'resource-and-scope' };
    const body = `resource=https://api.fabric.microsoft.com\n&scope=${SCOPE}`;
    expect(changes(diagnosis('token-request', [tokenRequest(body)], facts))).toEqual([
      '- resource=https://api.fabric.microsoft.com',
    ]);
  });

  it('has a scope in place of the resource of the v1 endpoint', () => {
    const body = 'grant_type=client_credentials\n&resource=https://api.fabric.microsoft.com';
    const facts = { 'token-request.grant': 'client-credentials' };
    expect(changes(diagnosis('token-request', [tokenRequest(body)], facts))).toEqual([
      '- resource=https://api.fabric.microsoft.com',
      `+ scope=${SCOPE}`,
    ]);
    const v1 = { ...facts, 'token-request.endpoint': 'v1' };
    expect(changes(diagnosis('token-request', [tokenRequest(body)], v1))).toEqual([]);
  });

  it('names the API as the resource at the v1 endpoint, where the token was for another', () => {
    const sent = tokenRequest('grant_type=client_credentials\n&resource=https://graph.microsoft.com');
    const v1 = { 'token-request.endpoint': 'v1' };
    expect(changes(diagnosis('audience', [sent], v1))).toEqual([
      '- resource=https://graph.microsoft.com',
      '+ resource=https://api.fabric.microsoft.com',
    ]);
  });

  it('is told to a screen reader by what to leave away and what to add', () => {
    const words = (each: Diagnosis): string => requestSection(each, style(80, { plain: true })).join('\n');
    const body = 'grant_type=client_credentials\n&resource=https://api.fabric.microsoft.com';
    const both = words(diagnosis('token-request', [tokenRequest(body)], {}));
    expect(both).toMatch(/Leave away: resource=https:\/\/api\.fabric\.microsoft\.com/);
    expect(both).toMatch(/Add: scope=https:\/\/api\.fabric\.microsoft\.com\/\.default/);
    expect(both).not.toMatch(/grant_type/);
    expect(words(bare)).toMatch(/Sent: scope=\.default\s+Right: scope=https:/);
  });

  it('is a form where JSON was sent', () => {
    const facts = { 'token-request.body-format': 'json' };
    const lines = changes(diagnosis('token-request', [tokenRequest('(JSON, values not shown: scope)')], facts));
    expect(lines).toContain('+ Content-Type: application/x-www-form-urlencoded');
  });

  it('has a token behind Bearer where something else, or nothing, was sent', () => {
    const right = '+ Authorization: Bearer <access_token of the answer to the token request>';
    expect(changes(diagnosis('credential', [call('Bearer [the code]')], {}))).toEqual([
      '- Authorization: Bearer [the code]',
      right,
    ]);
    expect(changes(diagnosis('credential', [call()], { 'request.authorization': 'missing' }))).toEqual([right]);
    expect(changes(diagnosis('credential', [call()], {}))).toEqual([]);
  });

  it('goes to the address that the API has in the cloud of the tenant', () => {
    const start = 'GET https://api.powerbi.com/v1.0/myorg/groups';
    const scope = 'https://analysis.usgovcloudapi.net/powerbi/api/.default';
    const facts = {
      'said.cloud': 'gcc',
      'call.api': 'powerbi',
      'call.cloud': 'public',
      'request.host': 'api.powerbi.com',
      'call.scope': scope,
    };
    const [comparison] = requestComparisons(diagnosis('audience', [{ ...call('Bearer [token]'), start }], facts));
    expect(comparison?.rows.map(({ right }) => right)).toEqual([
      'GET https://api.powerbigov.us/v1.0/myorg/groups',
      `Authorization: Bearer <access_token asked for with scope=${scope}>`,
    ]);
  });

  it('is not shown where the request is not at fault', () => {
    expect(changes(diagnosis('sign-in', bare.messages, BARE))).toEqual([]);
    expect(changes(diagnosis('workspace', [...bare.messages, call('Bearer x')], BARE))).toEqual([]);
    const good = { 'token-request.scope-form': 'default', 'token-request.grant': 'client-credentials' };
    expect(changes(diagnosis('token-request', [tokenRequest(`scope=${SCOPE}`)], good))).toEqual([]);
    expect(requestSection({ ...bare, conclusion: { is: 'unexplained' } }, style(80))).toEqual([]);
  });
});

describe('both sides of a request', () => {
  it('stand one below the other under 100 columns, with marks below what differs', () => {
    const lines = requestSection(bare, style(80));
    expect(lines).toContain('  - scope=.default');
    const at = lines.indexOf(`  + scope=${SCOPE}`);
    expect(lines[at + 1]).toBe(`          ${'^'.repeat('https://api.fabric.microsoft.com/'.length)}`);
    expect(lines.indexOf('  As it was sent')).toBeLessThan(lines.indexOf('  Done right'));
  });

  it('stand side by side at 100 columns, and no line is longer', () => {
    const lines = requestSection(bare, style(100));
    expect(lines.some((line) => /- scope=\.default\s+\+ scope=https/.test(line))).toBe(true);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  it('colour nothing but what differs', () => {
    const colour = { ...noPaint, good: (text: string) => `<${text}>` };
    const painted = requestSection(bare, style(80, { colour })).filter((line) => line.includes('<'));
    expect(painted[0]).toBe('  + scope=<https://api.fabric.microsoft.com/>.default');
  });

  it('are said in words for a screen reader', () => {
    const lines = requestSection(bare, style(80, { plain: true }));
    expect(lines).toContain('Sent: scope=.default');
    expect(lines.join('\n')).not.toContain('^');
  });
});
