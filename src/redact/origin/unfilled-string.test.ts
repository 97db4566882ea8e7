import { describe, expect, it } from 'vitest';
import { isUnfilledString } from './unfilled-string.ts';

const BRACED = `\${token}`;

const isLeft = (text: string, value: string): boolean =>
  isUnfilledString(text, value, text.indexOf('Bearer ') + 'Bearer '.length);

describe('a string that its language does not fill', () => {
  it.each([
    ['Python without f', 'token = get()\nheaders = {"Authorization": "Bearer {token}"}', '{token}'],
    ['Python by a subscript', "token = get()\nh['Authorization'] = 'Bearer {token}'", '{token}'],
    ['JavaScript without backticks', `const token = await get();\nh = { Authorization: 'Bearer \${token}' };`, BRACED],
    ['JavaScript that unpacks', `const { token } = await get();\nx.set("Authorization", "Bearer \${token}")`, BRACED],
    ['PowerShell in single quotes', "$token = Get-X\n$h = @{ Authorization = 'Bearer $token' }", '$token'],
    ['PHP in single quotes', "$token = f();\n$h = ['Authorization' => 'Bearer $token'];", '$token'],
  ])('sends the letters of the variable: %s', (_where, text, value) => expect(isLeft(text, value)).toBe(true));

  it.each([
    ['an f-string', 'token = get()\nheaders = {"Authorization": f"Bearer {token}"}', '{token}'],
    ['format behind it', 'token = get()\nh = {"Authorization": "Bearer {token}".format(token=token)}', '{token}'],
    ['a variable that is set nowhere', 'headers = {"Authorization": "Bearer {token}"}', '{token}'],
    ['one that is compared only', 'if token == 1: pass\nheaders = {"Authorization": "Bearer {token}"}', '{token}'],
    ['a name that only begins like it', 'token_url = x\nheaders = {"Authorization": "Bearer {token}"}', '{token}'],
    ['a name that ends like it', 'my_token = x\nheaders = {"Authorization": "Bearer {token}"}', '{token}'],
    ['a comparison', 'token == x\nheaders = {"Authorization": "Bearer {token}"}', '{token}'],
    ['more of JavaScript', `const tokens = get();\nh = { Authorization: 'Bearer \${token}' };`, BRACED],
    ['more of PowerShell', "$tokens = Get-X\n$h = @{ Authorization = 'Bearer $token' }", '$token'],
    ['% of Python', 'token = get()\nh = {"Authorization": "Bearer {token}" % token}', '{token}'],
    ['half of a place', 'token = get()\nh = {"Authorization": "Bearer {token"}', '{token'],
    ['a string of C#', 'token = Get();\nvar h = $"Bearer {token}";', '{token}'],
    ['format! of Rust', 'token = get();\nlet h = format!("Bearer {token}");', '{token}'],
    ['a template', `const token = get();\nh = { Authorization: \`Bearer \${token}\` }`, BRACED],
    ['Kotlin', `val token = get()\nheader("Authorization", "Bearer \${token}")`, BRACED],
    ['double quotes of PowerShell', '$token = Get-X\n$h = @{ Authorization = "Bearer $token" }', '$token'],
    ['a mask in a header', "token = x\ncurl -H 'Authorization: Bearer {token}'", '{token}'],
    ['a longer value', 'token = get()\nh = {"Authorization": "Bearer {token}x"}', '{token}'],
  ])('but not where %s fills it, or nothing is known', (_where, text, value) =>
    expect(isLeft(text, value)).toBe(false),
  );
});
