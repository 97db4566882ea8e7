import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SIGNS } from './personal.ts';

/** Pieces of which texts with personal data are made, in the ways that tools write them. */
const PIECES = [
  ...['userPrincipalName', 'user_name', 'UserId', 'login_hint', 'emailAddress', 'e-mail', 'nickname', 'mobilePhone'],
  ...['name', 'displayName', 'phone', '"', '\\"', "'", ' ', '\t', ':', '=', '=>', '%3a', '%3D', '{', ',', '\n'],
  ...[
    'Ada Lovelace',
    'ada.l',
    'contoso.example',
    '@',
    '%40',
    '<',
    '>',
    '] ',
    '[10:14] ',
    'From: ',
    '/home/',
    'C:\\Users\\',
  ],
  ...['10.20.30.40', '2001:db8::1', '+49 30 901820', 'account ', "user '", "Account 'ada.l'"],
  ...[
    '\nname  Ada Lovelace\n',
    '\nada@host:~',
    '\nFrom: Ada <',
    '\n[10:14:20] Ada Lovelace: ',
    '"name": "Ada Lovelace"',
  ],
];
const written = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

it('looks for every sign wherever its pattern fits', () => {
  const fitted = new Set<number>();
  fc.assert(
    fc.property(written, (text) => {
      for (const [i, { needs, pattern }] of SIGNS.entries()) {
        if (!new RegExp(pattern()).test(text)) continue;
        fitted.add(i);
        expect(needs.test(text)).toBe(true);
      }
    }),
    { numRuns: 20_000, seed: 1 },
  );
  expect(fitted.size).toBe(SIGNS.length);
});
