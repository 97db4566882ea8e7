// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other programs.
import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

const RANDOM = ['kQ7zPw3R', 'tX9bLm5Y'].join('');
const [ONE, TWO] = ['secret-1_cookie_40-characters', 'secret-2_cookie_16-characters'];

describe('what was redacted before', () => {
  it.each([
    ['a header of cookies', `Cookie: a=${ONE}; b=${TWO}`],
    ['cookies beside plain words', `Cookie: theme=dark; a=${ONE}`],
    ['a password', 'password=secret-1_password_12-characters'],
  ])('stays as it is: %s', (_, text) => {
    expect(redact(text)).toEqual({ text, replaced: [] });
  });

  it.each([
    ['nothing in quotes', 'client_secret=""&scope=x'],
    ['nothing behind the scheme', 'Authorization: Bearer \nAccept: */*'],
    ['an object that was put into a text', 'Authorization: Bearer [object Object]'],
    ['the type of an object', '$h = @{ Authorization = "Bearer System.Security.SecureString" }'],
    ['a variable without a value', 'Authorization: Bearer undefined'],
  ])('stays, as does a place that holds no value: %s', (_, text) => {
    expect(redact(text)).toEqual({ text, replaced: [] });
  });

  it.each([`Cookie: a=${ONE}; b=${RANDOM}`, `Cookie: theme=dark; a=${ONE}; b=${RANDOM}; c=words`])(
    'hides no secret beside it: %s',
    (text) => {
      expect(redact(text).text).not.toContain(RANDOM);
    },
  );
});

describe('a call in the place of a token', () => {
  it('stays but for the secret that it is handed by name', () => {
    const text = `Authorization: Bearer \${login(password="${RANDOM}")}`;
    expect(redact(text).text).toBe(text.replace(RANDOM, `secret-1_password_${RANDOM.length}-characters`));
  });

  it.each([
    ['by itself', '$(login("letmein1"))'],
    ['behind one with a name', `$(login("reader", client_secret="${RANDOM}", "letmein1"))`],
    ['in front of one with a name', `$(login("letmein1", client_secret="${RANDOM}"))`],
  ])('goes whole where a secret without a name stands in it %s', (_, call) => {
    expect(redact(`Authorization: Bearer ${call}\nAccept: */*`).text).toMatch(
      /^Authorization: Bearer secret-1_[a-z-]+_\d+-characters\nAccept: \*\/\*$/,
    );
  });

  it('stays whole where it is handed none', () => {
    const text = 'Authorization: Bearer $(az account get-access-token --query accessToken -o tsv)';
    expect(redact(text).text).toBe(text);
  });
});
