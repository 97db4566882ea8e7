import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';

const SECRETS = [
  ['Sunny', 'beach', '4711'].join(''),
  ['kQ7zPw3R', 'tX9bLm5Y', 'zW4n'].join(''),
  `Qx${'!'}r7Tw${'z9Lm'}`,
];
const GUID = '3c6c2a2d-66bf-4a2f-9a50-97a33b19b8e0';

describe('a secret in a column', () => {
  it.each([
    `client_id,client_secret,tenant\n${GUID},@@,${GUID}`,
    `"Title","Username","Password","URL"\n"x","joe","@@","https://host.example"`,
    'user;password;host\njoe;@@;h\nada;@@;h',
    'user\tpassword\thost\njoe\t@@\th',
    '| user | Client secret |\n|---|---|\n| joe | @@ |\n| ada | `@@` |',
    `AppId                                 Password        Tenant\n------------------------------------  --------------  ------\n${GUID}  @@  contoso`,
    'token_type expires_in access_token\n---------- ---------- ------------\nBearer     3599       @@',
    'token_type,access_token\nBearer,@@',
  ])('is sealed: %s', (table) => {
    for (const secret of SECRETS) {
      const { text } = redact(table.replaceAll('@@', secret));
      expect(text).not.toContain(secret);
      expect(redact(text).text).toBe(text);
    }
  });

  it.each([
    'name,token_type,status\nSales2024,Bearer,401',
    '| Code | Token | Meaning |\n|---|---|---|\n| 403 | expired | ask again |',
    'The secret, the key and the token\nare 3 things that fail2ban, x, y, z',
    'Status,Token,Count\n403,expired,12\n401,invalid2,3',
    'operation,keys,tokens\nGetGroups2,12,4',
    `Id                                   Key   Password\n------------------------------------ ----- --------\n${GUID} none  missing`,
  ])('keeps what is none: %s', (table) => {
    expect(redact(table).text).toBe(table);
  });
});
