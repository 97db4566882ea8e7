import { describe, expect, it } from 'vitest';
import { sealPattern } from '../../model/secret.ts';
import { sealPastes } from '../seal.ts';

const PASSWORD = `Winter${'!'}2026x`;
const STATE = `aB3d${'E5fG7h'.repeat(3)}`;

const show = (text: string): string => text.replace(sealPattern(), '<$1>');
const sealOne = (text: string) => {
  const { texts, secrets } = sealPastes([{ text }]);
  return { text: show(texts.join('')), kinds: secrets.map(({ kind }) => kind) };
};

describe('secrets behind one-letter options', () => {
  it.each([
    [`az login --service-principal -u app -p '${PASSWORD}' --tenant t`, 'client-secret'],
    [`az login --service-principal -u app -p ${PASSWORD} --tenant t`, 'client-secret'],
    [`az login --service-principal \\\n  -u app \\\n  -p ${PASSWORD} \\\n  --tenant t`, 'client-secret'],
    [`az login -u joe@contoso.com -p "${PASSWORD}"`, 'password'],
    [`fab auth login -u app -p ${PASSWORD} --tenant t`, 'client-secret'],
    [`sqlcmd -S server -U joe -P ${PASSWORD} -Q "select 1"`, 'password'],
  ])('seals the password in %#', (text, kind) => {
    const sealed = sealOne(text);
    expect(sealed.text).toBe(text.replace(PASSWORD, '<1>'));
    expect(sealed.kinds).toEqual([kind]);
  });

  it.each([
    'ssh -p 2222 host',
    'mkdir -p some/folder/name1',
    'az group list -p x1234567\n',
    'python -m venv -p python3.11',
  ])('leaves -p of other commands alone: %s', (text) => {
    expect(sealOne(text)).toEqual({ text, kinds: [] });
  });
});

describe('state and nonce in a URL', () => {
  const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1';

  it('are sealed where they are long', () => {
    const sealed = sealOne(`${url}&state=${STATE}&nonce=${STATE}1&session_state=3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6`);
    expect(sealed.text).toBe(`${url}&state=<1>&nonce=<2>&session_state=3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6`);
    expect(sealed.kinds).toEqual(['other', 'other']);
  });

  it.each([
    `${url}&state=12345&nonce=678910`,
    `${url}&state={a state of your own}`,
    '{"state": "ActiveAndRunningWell"}',
  ])('stay where they are a sample or no parameter: %s', (text) => {
    expect(sealOne(text)).toEqual({ text, kinds: [] });
  });
});

describe('commands in place of a token', () => {
  it('stay readable, so that the resource they name can be read', () => {
    const text = 'TOKEN=$(az account get-access-token --resource https://api.fabric.microsoft.com -o tsv)';
    expect(sealOne(text)).toEqual({ text, kinds: [] });
  });
});

describe('a variable named token', () => {
  it.each(['headers["Authorization"] = token\nrun()', "headers = {'Authorization': token}", 'Authorization = token;'])(
    'is no scheme with nothing behind it: %s',
    (text) => {
      expect(sealOne(text).kinds).not.toContain('empty');
    },
  );
});
