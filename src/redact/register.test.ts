import { describe, expect, it } from 'vitest';
import { type Secret, sealPattern } from '../model/secret.ts';
import { redact } from './redact.ts';
import { sealPastes } from './seal.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const SECRET = random(40);
const sealed = (text: string): { readonly text: string; readonly secrets: readonly Secret[] } => {
  const { texts, secrets } = sealPastes([{ text }]);
  return { text: (texts[0] ?? '').replace(sealPattern(), '<$1>'), secrets };
};

describe('the number of a secret', () => {
  it.each([
    ['in quotes of JSON', JSON.stringify({ client_secret: 'aB3/x"Y9q\\Zk7mN2' }), 'client_secret=aB3/x%22Y9q%5CZk7mN2'],
    ['percent-encoded', `client_secret=aB3%2Fx%2BY9qZk7mN2`, '"client_secret": "aB3/x+Y9qZk7mN2"'],
    ['over lines', `client_secret=${SECRET.slice(0, 22)}\n${SECRET.slice(22)}`, `x\nclient_secret=${SECRET}`],
  ])('is the same however it is written: %s', (_, one, other) => {
    expect(sealed(`${one}\n\n${other}\n`).secrets).toHaveLength(1);
    expect(sealed(`${other}\n\n${one}\n`).secrets).toHaveLength(1);
  });

  it('counts up from one, and is the same in all pastes', () => {
    const [a, b] = [`password=${SECRET}`, `client_secret=${random(40, 5)}`];
    const { texts } = sealPastes([{ text: `${a}\n${b}` }, { text: b }, { text: a }]);
    expect(texts.map((text) => text.replace(sealPattern(), '<$1>'))).toEqual([
      'password=<1>\nclient_secret=<2>',
      'client_secret=<2>',
      'password=<1>',
    ]);
  });

  it('gathers the fields that it stood in, each once, and what it was first', () => {
    const text = `password=${SECRET}\npassword=${SECRET}\nclient_secret=${SECRET}\npassword=${SECRET}\n`;
    expect(sealed(text).secrets).toMatchObject([{ id: 1, fields: ['password', 'client_secret'], length: 40 }]);
  });

  it('says that lines broke it only where they did in each place', () => {
    const [whole, broken] = [`token=${SECRET}`, `token=${SECRET.slice(0, 20)}\n${SECRET.slice(20)}`];
    for (const text of [`${whole}\n\n${broken}\n`, `${broken}\n\n${whole}\n`])
      expect(sealed(text).secrets).toMatchObject([{ integrity: 'whole', length: 40 }]);
    expect(sealed(`${broken}\n\n${broken}\n`).secrets).toMatchObject([{ integrity: 'wrapped', length: 40 }]);
  });

  it('is one for masks that say the same, and another for masks that say nothing', () => {
    expect(sealed('client_secret=<client secret>\nx=1\nBearer <my client secret>').secrets).toHaveLength(2);
    expect(sealed('client_secret=<client secret>\nx=1\nclient_secret=[client secret]').secrets).toHaveLength(1);
    expect(sealed('client_secret=xxxx\npassword=xxxx').secrets).toHaveLength(2);
    expect(sealed('client_secret=xxxx\nclient_secret=****').secrets).toHaveLength(2);
    expect(sealed('client_secret=xxxx\nclient_secret=xxxx').secrets).toHaveLength(1);
  });

  it('is the one of a value that was redacted before', () => {
    const text = 'client_secret=secret-1_client-secret_40-characters\npassword=secret-1_client-secret_40-characters';
    expect(sealed(text).secrets).toMatchObject([{ kind: 'client-secret', fields: ['client_secret', 'password'] }]);
    const two = text.replace(/secret-1_client-secret_40-characters$/, 'secret-2_client-secret_40-characters');
    expect(sealed(two).secrets).toHaveLength(2);
  });
});

describe('the text around a secret', () => {
  it.each([
    ['a number of JSON', '{"password": 12345678, "a": 1}', '{"password": "<1>", "a": 1}'],
    ['a number of JSON in JSON', '{\\"password\\":12345678}', '{\\"password\\":\\"<1>\\"}'],
    ['a number elsewhere', 'password=12345678', 'password=<1>'],
    ['a text of JSON', '{"password": "12345678"}', '{"password": "<1>"}'],
    ['a number behind a name without quotes', 'password: 12345678', 'password: <1>'],
    ['a value that begins with a number', '{"password": "1a345678"}', '{"password": "<1>"}'],
    ['an empty value', 'Authorization: Bearer', 'Authorization: Bearer <1>'],
    ['an empty value behind a blank', 'Authorization: Bearer \nx', 'Authorization: Bearer <1>\nx'],
    ['several', `password=${SECRET}&client_secret=${random(40, 5)} end`, 'password=<1>&client_secret=<2> end'],
  ])('keeps its form: %s', (_, text, expected) => {
    expect(sealed(text).text).toBe(expected);
  });

  it('keeps the lines that a value took', () => {
    const lines = [0, 20, 40, 60].map((at) => random(80).slice(at, at + 20)).join('\n');
    const { text } = redact(`first\npassword="${lines}"\nlast`);
    expect(text.split('\n')).toHaveLength(6);
    expect(text.split('\n').at(-1)).toBe('last');
  });

  it('holds the same mark where a value stands again', () => {
    expect(sealed(`password=${SECRET}\nsaid (${SECRET}), ${SECRET}.`).text).toBe('password=<1>\nsaid (<1>), <1>.');
    expect(sealed(`Cookie: a=b; s=${SECRET}\nsaid ${SECRET}`).text).toBe('Cookie: <1>\nsaid <1>');
  });
});

describe('a value that stands again', () => {
  const GUID = '0a1b2c3d-1111-2222-3333-444455556666';

  it.each([
    ['of letters with capitals among them', 'password=correctHorseB\nsaid correctHorseB', true],
    ['of small letters', 'password=correcthorseb\nsaid correcthorseb', false],
    ['of a capital and small letters', 'password=Correcthorseb\nsaid Correcthorseb', false],
    ['of eleven letters', 'password=correctHors\nsaid correctHors', false],
    ['of eight signs', 'password=ab12cd34\nsaid ab12cd34', true],
    ['of seven signs', 'password=ab12cd3\nsaid ab12cd3', false],
    ['that is an id', `client_secret=${GUID}\nsaid ${GUID}`, false],
    ['with an id in front', `client_secret=${GUID}7q\nsaid ${GUID}7q`, true],
    ['with an id at its end', `client_secret=x7q${GUID}\nsaid x7q${GUID}`, true],
    ['of a mask', 'client_secret=<your-secret>\nsaid <your-secret>', false],
    ['in a cookie', 'Cookie: a=correct-horse-9; b=x\nsaid correct-horse-9', true],
    ['in the second cookie', 'Cookie: b=x;   a=correct-horse-9\nsaid correct-horse-9', true],
    ['in a cookie of twelve letters', 'Cookie: b=x; a=horse-stapl9\nsaid horse-stapl9', true],
    ['in a short cookie', 'Cookie: b=x; a=horse-stap9\nsaid horse-stap9', false],
  ])('is the same secret, or may be something else: %s', (_, text, isSecret) => {
    const [, again = ''] = text.split('\n');
    expect(sealed(text).text.split('\n')[1]).toBe(isSecret ? 'said <1>' : again);
  });

  it('is no place of a mask or an expression', () => {
    const { secrets } = sealed(`Bearer <token>\nclient_secret=${SECRET}\naccess_token=$token\naccess_token=<token>`);
    expect(secrets.map(({ mask, isExpression }) => [mask, isExpression])).toEqual([
      ['token', undefined],
      [undefined, undefined],
      ['token', true],
      ['token', undefined],
    ]);
  });
});
