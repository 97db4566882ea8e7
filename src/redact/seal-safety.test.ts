import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import { sealPastes } from './seal.ts';

const TOKEN = buildToken({ aud: 'https://api.fabric.microsoft.com', appid: 'an-app', scp: 'Item.Read.All' });

/** Each structure a secret can be planted in. */
const STRUCTURES: readonly ((secret: string) => string)[] = [
  (s) => `https://x/token?grant_type=client_credentials&client_secret=${s}&scope=a`,
  (s) => `{"client_secret": "${s}", "scope": "a"}`,
  (s) => `-d "{\\"client_secret\\":\\"${s}\\"}"`,
  (s) => `AZURE_CLIENT_SECRET=${s}\nNEXT=1`,
  (s) => `  clientSecret: ${s}\n  tenant: a`,
  (s) => `$env:CLIENT_SECRET = "${s}"`,
  (s) => `client_secret = '${s}'`,
  (s) => `<add key="ClientSecret" value="${s}"/>`,
  (s) => `<client_secret>${s}</client_secret>`,
  (s) => `new KeyValuePair<string, string>("client_secret", "${s}")`,
  (s) => `az login --service-principal --password ${s} --tenant a`,
  (s) => `curl -u user:${s} https://x`,
  (s) => `Server=x;User ID=a;Password=${s};Encrypt=true`,
  (s) => `https://x.blob.core.windows.net/y?sv=2020&sig=${s}&se=1`,
  (s) => `AccountName=x;AccountKey=${s};EndpointSuffix=core.windows.net`,
  (s) => `refresh_token=${s}`,
  (s) => `"access_token":"${s}"`,
  (s) => `device_code=${s}&client_id=1`,
  (s) => `Authorization: Bearer ${s}`,
  (s) => `-H "Authorization: Bearer ${s}" https://x`,
  (s) => `Cookie: ESTSAUTH=${s}; path=/`,
  (s) => `$s = ConvertTo-SecureString "${s}" -AsPlainText -Force`,
  (s) => `new ClientSecretCredential(tenantId, clientId, "${s}")`,
  (s) => `app.WithClientSecret("${s}").Build()`,
  (s) => `client_secret=<${s}>&scope=a`,
  (s) => `CLIENT_SECRET=${s}&${s}`,
  (s) => `the secret was ${s}\nclient_secret=${s}`,
];

const secretText = fc
  .string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.'),
    minLength: 20,
    maxLength: 60,
  })
  .map((run) => `k7${run}q3`);

const runsOf = (secret: string): readonly string[] =>
  Array.from({ length: Math.max(secret.length - 11, 0) }, (_, at) => secret.slice(at, at + 12));

describe('no secret survives', () => {
  it('keeps no run of 12 characters of a secret planted in any structure', () => {
    const planted = fc.tuple(secretText, fc.constantFrom(...STRUCTURES), fc.string(), fc.string());
    fc.assert(
      fc.property(planted, ([secret, structure, before, after]) => {
        const result = JSON.stringify(sealPastes([{ text: `${before}\n${structure(secret)}\n${after}` }]));
        expect(runsOf(secret).filter((run) => result.includes(run))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps no run of a token, wrapped or not, in any of its parts', () => {
    const wrap = fc.constantFrom(40, 64, 76, 80, 120, 10_000);
    const signature = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 342, maxLength: 342 });
    fc.assert(
      fc.property(wrap, signature, fc.constantFrom('Authorization: Bearer ', 'token: ', ''), (width, sign, before) => {
        const token = TOKEN.replace(/s{342}$/, `b${sign.slice(1)}`);
        const text = before + (token.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
        const result = JSON.stringify(sealPastes([{ text }]));
        expect(runsOf(token).filter((run) => result.includes(run))).toEqual([]);
      }),
    );
  });

  it('seals the rest of a private key', () => {
    const key = 'MIIEvQIBADANBg'.repeat(20);
    const result = JSON.stringify(
      sealPastes([{ text: `-----BEGIN ${'PRIVATE'} KEY-----\n${key}\n-----END ${'PRIVATE'} KEY-----\nnext` }]),
    );
    expect(result).toContain('private-key');
    expect(result).not.toContain('MIIEvQIB');
  });
});

describe('odd input', () => {
  it('never throws and keeps the number of lines', () => {
    const token = fc.constantFrom(
      'eyJ',
      'Bearer ',
      'code=',
      '"',
      "'",
      '\n',
      '[',
      '{',
      '$',
      '\\',
      'password=',
      TOKEN,
      '.',
      '…',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(token, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('').replace(/\r/g, '');
        const [sealed = ''] = sealPastes([{ text }]).texts;
        expect(sealed.split('\n')).toHaveLength(text.split('\n').length);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['eyJ', 'a.', '"', ' ', 'eyJ. ', 'password="', 'Bearer ', 'code='])(
    'comes to an end with 200 KB of %j',
    (seed) => {
      const text = seed.repeat(Math.ceil(200_000 / seed.length));
      expect(sealPastes([{ text }]).texts).toHaveLength(1);
    },
  );

  it('gives no seal mark that was in the input', () => {
    expect(sealPastes([{ text: 'a \uE0001\uE001 b' }])).toMatchObject({ texts: ['a 1 b'], secrets: [] });
  });
});
