import { describe, expect, it } from 'vitest';
import { type PowerShellValue, valueAt } from './powershell-value.ts';

const text = (words: string): PowerShellValue => ({ is: 'text', text: words });
const UNKNOWN: PowerShellValue = { is: 'unknown' };

describe('a value of PowerShell that is seen whole', () => {
  it.each<[string, string, PowerShellValue]>([
    ['single quotes', "'a b'", text('a b')],
    ['two quotes stand for one', "'it''s'", text("it's")],
    ['a backslash is itself between single quotes', "'a\\'", text('a\\')],
    ['a backtick escapes between double quotes', '"say `"yes`""', text('say "yes"')],
    ['a backtick is itself between single quotes', "'a`b'", text('a`b')],
    ['a quote escaped as for curl.exe', '"{\\"a\\":1}"', text('{"a":1}')],
    ['a backslash before the last quote is itself', '"C:\\"', text('C:\\')],
    ['a here-string', '@"\n{"a":1}\nsecond\n"@', text('{"a":1}\nsecond')],
    ['a here-string in single quotes with the breaks of Windows', "@'\r\nline\r\n'@", text('line')],
    ['an empty here-string', '@"\n"@', text('')],
    ['a bare word', 'Get', text('Get')],
    ['a bare word with masks', 'groups/{g}/users/{user-id} -Method', text('groups/{g}/users/{user-id}')],
    ['a bare word with the masks of Postman', '/groups/{{ws}}/users', text('/groups/{{ws}}/users')],
    ['a bare word with variables in brackets', 'g/$\u007bws}/$($u.id)/x', text('g/$\u007bws}/$($u.id)/x')],
    ['a bare word with masks of words', 'g/{workspace id}/u/<user id>/x y', text('g/{workspace id}/u/<user id>/x')],
    ['a bare word that a block ends', 'https://x.example/groups}', text('https://x.example/groups')],
    ['a bare word that brackets end', 'https://x.example/groups).value', text('https://x.example/groups')],
    ['a bare word before a block that is open', 'groups/{ $_', text('groups/{')],
    ['a number, after blanks', '   42;', text('42')],
    ['a variable', '$token)', { is: 'variable', name: 'token' }],
    ['a variable of the script', '$script:Token', { is: 'variable', name: 'Token' }],
    ['a variable of the environment', '$env:SECRET', UNKNOWN],
    ['a part of a variable', '$answer.token', UNKNOWN],
    ['nothing', '; next', UNKNOWN],
    ['a value in brackets', "('x')", text('x')],
    ['an expression in brackets', "('x' + $y)", UNKNOWN],
    ['a command in brackets', '(Get-Token)', UNKNOWN],
    ['a value in a subexpression', '$("x")', text('x')],
    ['a value with a type', '[string] "x"', text('x')],
  ])('%s: %s', (_name, script, value) => expect(valueAt(script, 0)).toMatchObject({ value, whole: true }));

  it('ends where the next word starts', () => {
    for (const script of ["'a' -Method", '"a" -Method', 'word -Method', '$name -Method', "('a') -Method"]) {
      expect(script.slice(valueAt(script, 0).to)).toBe(' -Method');
    }
  });
});

describe('a value of PowerShell whose end is missing', () => {
  it.each<[string, string, PowerShellValue]>([
    ['of a quote', '"cut of', text('cut of')],
    ['of a here-string', '@"\ncut of', text('cut of')],
    ['of a bracket', "('x'", UNKNOWN],
  ])('%s: %s', (_name, script, value) => expect(valueAt(script, 0)).toMatchObject({ value, whole: false }));

  it('is not followed into brackets without end: it is unknown, at once', () => {
    const deep = 500;
    expect(valueAt(`${'('.repeat(deep)}'x'${')'.repeat(deep)}`, 0).value).toEqual(UNKNOWN);
    expect(valueAt('@{a='.repeat(deep), 0).whole).toBe(false);
  });
});

describe('a hashtable', () => {
  const pairs = (script: string): unknown => {
    const { value } = valueAt(script, 0);
    return value.is === 'table' && [value.closed, ...value.entries.map((each) => [each.name, each.value])];
  };

  it('has names with and without quotes, comments, and values of every form', () => {
    const script = `[ordered]@{
      # the app
      client_id = 'id'; "grant_type" = "client_credentials"
      'scope'=$scope
      inner = @{ a = 1 }
    }`;
    expect(pairs(script)).toEqual([
      true,
      ['client_id', text('id')],
      ['grant_type', text('client_credentials')],
      ['scope', { is: 'variable', name: 'scope' }],
      ['inner', { is: 'table', closed: true, entries: [{ name: 'a', value: text('1') }] }],
    ]);
  });

  it('does not take the start of an expression for its value, and reads on behind it', () => {
    const script = `@{ Authorization = "Bearer " + $token; Body = $body | ConvertTo-Json\n  Accept = 'x' }`;
    expect(pairs(script)).toEqual([true, ['Authorization', UNKNOWN], ['Body', UNKNOWN], ['Accept', text('x')]]);
  });

  it('that is cut off keeps what was seen and says that it is open', () => {
    expect(pairs("@{ a = 'x'; b = 'cut")).toEqual([false, ['a', text('x')], ['b', text('cut')]]);
    expect(pairs("@{ a = 'x'; ")).toEqual([false, ['a', text('x')]]);
    expect(pairs("@{ a = 'x'; @splat }")).toEqual([false, ['a', text('x')]]);
    expect(pairs('@{ a = "x" + $y')).toEqual([false, ['a', UNKNOWN]]);
  });

  it('does not take a comparison for a pair', () => expect(pairs("@{ a == 'x' }")).toEqual([false]));
});
