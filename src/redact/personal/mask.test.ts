import { describe, expect, it } from 'vitest';
import { maskerOf } from './mask.ts';

const WORKSPACE = '8f49a868-987f-4716-80fd-600edd835410';

const masked = (text: string, ids = false): string => maskerOf({ personal: true, ids }).mask(text);

describe('personal data', () => {
  it.each([
    ['mail ada@contoso.com', 'mail mail-1'],
    ['joe_fab.com#EXT#@contoso.onmicrosoft.com', 'mail-1#EXT#@contoso.onmicrosoft.com'],
    ['from 203.0.113.7 and 10.0.0.4', 'from ip-1 and private-ip-1'],
    ['C:\\Users\\ada\\x and /home/ada/.azure', 'C:\\Users\\person-1\\x and /home/person-1/.azure'],
    ['{"given_name":"Grace"}', '{"given_name":"person-1"}'],
    ['{"phone_number":"030 123456"}', '{"phone_number":"phone-1"}'],
    ['From: Joe Bloggs <joe@x.org>', 'From: person-1 <mail-1>'],
    ['user_name=grace and user_name: "joe" here', 'user_name=person-1 and user_name: "person-2" here'],
    ['call +49 30 1234567, or mail', 'call phone-1, or mail'],
    ['ada@a.example, ada@b.example, ADA@a.example', 'mail-1, mail-2, mail-1'],
  ])('is masked: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
    expect(masked(expected)).toBe(expected);
  });

  it.each([
    'http://127.0.0.1:5000 and 169.254.169.254',
    'Chrome/120.0.0.0 version=4.0.0.0 at 12:30:45',
    'abfss://ws@onelake.dfs.fabric.microsoft.com/x',
    '{"name":"Authorization","displayName":"Sales Report"}',
    `GET /v1/workspaces/${WORKSPACE}`,
  ])('is none of: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('is known everywhere once a token has named it, and everyday words are none', () => {
    const { learn, mask } = maskerOf({ personal: true, ids: false });
    learn({ name: 'Grant Lovelace', given_name: 'Grant', family_name: 'Lovelace' });
    expect(mask('Grant consent to Grant Lovelace; Lovelace said so')).toBe(
      'Grant consent to person-1; person-2 said so',
    );
  });
});

describe('a name that was learned', () => {
  it('has the same pseudonym where a sign shows it', () => {
    const { learn, mask } = maskerOf({ personal: true, ids: false });
    learn({ name: 'Lovelace' });
    expect(mask('Lovelace, with user_name=Lovelace or ada')).toBe('person-1, with user_name=person-1 or ada');
  });

  it.each(['Jean-Luc Picard', "Sinéad O'Connor", 'A. (Bob) [x] {y} $z ^ | / \\ + * ?', 'Ada-'])(
    'may hold any sign: %s',
    (name) => {
      const { learn, mask } = maskerOf({ personal: true, ids: false });
      learn({ name });
      expect(mask(`by ${name} today`)).toMatch(/^by person-1/);
    },
  );

  it('is of the first claim that says it', () => {
    const { learn, mask } = maskerOf({ personal: true, ids: false });
    expect(learn({ family_name: 'Lovelace', unique_name: 'lovelace' })).toBe(true);
    expect(learn({ upn: 'Lovelace' })).toBe(false);
    expect(mask('by lovelace')).toBe('by person-1');
  });

  it('is none that was masked before', () => {
    const { learn, mask } = maskerOf({ personal: true, ids: false });
    expect(learn({ name: 'person-7' })).toBe(false);
    expect(mask('by person-7')).toBe('by person-7');
  });
});

describe('a guest', () => {
  const GUEST = 'joe_fab.com#EXT#@contoso.onmicrosoft.com';

  it('stays one, without the name of the tenant where ids go', () => {
    expect(masked(`for ${GUEST} only`, true)).toBe('for mail-1#EXT# only');
  });
});

describe('ids', () => {
  it('are named after what they are, the same everywhere', () => {
    const text = `/groups/${WORKSPACE} then ${WORKSPACE} at login.microsoftonline.com/${WORKSPACE.replace(/0$/, '1')}/`;
    expect(masked(text, true)).toBe('/groups/workspace-1 then workspace-1 at login.microsoftonline.com/tenant-1/');
  });

  it('take no number where they are the same for everybody', () => {
    const isPublicId = (id: string): boolean => id.endsWith('11');
    const { learnId, mask } = maskerOf({ personal: true, ids: true, isPublicId });
    const shared = WORKSPACE.replace(/10$/, '11');
    learnId(shared, 'tenant');
    learnId(WORKSPACE, 'tenant');
    expect(mask(`${WORKSPACE} and ${shared}`)).toBe(`tenant-1 and ${shared}`);
  });

  it('stay where they are the same for everybody', () => {
    const text = '00000009-0000-0000-c000-000000000000';
    expect(masked(text, true)).toBe(text);
  });
});
