import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { buildToken } from './support/token.ts';

const rules = loadRules('rules');
const now = '2026-03-01T12:00:00Z';

const diagnosed = (text: string): Diagnosis => {
  const [first] = diagnose([{ text }], { rules, now });
  if (first === undefined) throw new Error('nothing was diagnosed');
  return first;
};

const value = (text: string, path: string) => {
  const fact = diagnosed(text).facts[path];
  return fact?.state === 'known' ? fact.value : undefined;
};

const SAID = 'Our service principal gets 403 on GET https://api.powerbi.com/v1.0/myorg/groups';

describe('who calls, where only words tell', () => {
  it('is what the person says, and is known to rest on words', () => {
    expect(value(SAID, 'caller.kind')).toBe('service-principal');
    expect(value(SAID, 'said.caller-alone')).toBe(true);
  });

  it('gives way to the token', () => {
    const token = buildToken({ aud: 'https://analysis.windows.net/powerbi/api', scp: 'Workspace.Read.All' });
    const both = `${SAID}\n\nAuthorization: Bearer ${token}`;
    expect(value(both, 'caller.kind')).toBe('user');
    expect(value(both, 'said.caller-alone')).toBe(false);
  });

  it('gives way to an answer', () => {
    const [first] = diagnose([{ text: SAID }], { rules, now, answers: { 'caller.kind': 'user' } });
    expect(first?.facts['caller.kind']).toMatchObject({ value: 'user' });
    expect(first?.facts['said.caller-alone']).toMatchObject({ value: false });
  });

  it('is not taken from words beside a sign-in that Entra refused', () => {
    const text = 'Our service principal gets 403.\n\nAADSTS50020: User account does not exist in tenant.';
    expect(value(text, 'caller.kind')).toBeUndefined();
  });
});

describe('a paste of one sentence', () => {
  const sentences = [
    'Azure Function, managed identity, (403) Forbidden on POST groups/{w}/datasets/{d}/refreshes',
    'works with my account, not with the app. 401 on https://api.fabric.microsoft.com/v1/workspaces/xxx/items',
    'my spn gets 403 calling POST https://api.powerbi.com/v1.0/myorg/groups/{g}/datasets/{d}/Default.TakeOver',
    'We run GET https://api.powerbi.com/v1.0/myorg/apps with a service principal and get 401.',
    'I get 403 from GET https://api.powerbi.com/v1.0/myorg/admin/groups as my own user. I am not a Fabric admin.',
    'The service principal is only Viewer in the workspace. DELETE https://api.fabric.microsoft.com/v1/workspaces/x/items/y -> 403',
    'The SPN is not a member of the workspace, 401 on GET https://api.powerbi.com/v1.0/myorg/groups/x/reports',
  ];

  it.each(sentences)('names a cause first, and confirms none: %s', (text) => {
    const { findings } = diagnosed(text);
    expect(['likely', 'possible']).toContain(findings[0]?.verdict);
    expect(findings.filter(({ verdict }) => verdict === 'confirmed')).toEqual([]);
  });

  it.each(sentences)('needs nobody to say again who calls: %s', (text) => {
    expect(diagnosed(text).question?.fact).not.toBe('caller.kind');
    expect(diagnosed(text).question?.fact).not.toBe('call.refused-by');
  });

  it('shows the API and the operation without a host', () => {
    const text = '403 on POST groups/{w}/datasets/{d}/refreshes';
    expect(value(text, 'call.api')).toBe('powerbi');
    expect(value(text, 'operation.id')).toBe('Datasets_RefreshDatasetInGroup');
    expect(value(text, 'response.status')).toBe(403);
  });

  it('leaves the host open where another cloud is in play', () => {
    const text = '403 on GET groups/{w}/reports\n\nhttps://login.microsoftonline.us/contoso.com/oauth2/v2.0/token';
    expect(value(text, 'request.host')).toBeUndefined();
  });
});
