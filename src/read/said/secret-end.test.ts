import { describe, expect, it } from 'vitest';
import { latestDay } from './latest-day.ts';
import { secretEnd } from './secret-end.ts';

const ends = (text: string) => secretEnd(text)['app.secret-ends'];
const DAY = '2025-03-01T00:00:00.000Z';
const KEY = '9f3c0000-0000-4000-8000-000000000001';

describe('secretEnd', () => {
  it.each([
    ['JSON', `[{"endDateTime": "2025-03-01T09:00:00Z", "hint": "abc", "keyId": "${KEY}"}]`],
    [
      'JSON of two',
      `[{"endDateTime": "2023-03-01T09:00:00Z", "keyId": "${KEY}"},{"endDateTime": "2025-03-01T09:00:00Z", "keyId": "${KEY}"}]`,
    ],
    [
      'table',
      `DisplayName KeyId StartDateTime EndDateTime\n----------- ----- ---- ----\nfabric ${KEY} 1/3/2023 9:00:00 1/3/2025 9:00:00`,
    ],
    ['portal', `Description\tExpires\tValue\tSecret ID\nfabric\t3/1/2025\tabc***\t${KEY}`],
    ['list', `DisplayName : fabric\nEndDateTime : 01.03.2025 09:00:00\nKeyId       : ${KEY}`],
    ['words', 'Client secret "fabric", Expires Mar 1, 2025'],
  ])('reads the end of a %s', (_, text) => {
    expect(ends(text)).toBe(DAY);
  });

  it.each([
    ['a secret of a vault', '{"attributes": {"expires": "2025-03-01T09:00:00Z"}}'],
    ['an assignment', '{"roleDefinitionId": "x", "endDateTime": "2025-03-01T09:00:00Z"}'],
    ['a header', 'Expires: Sat, 01 Mar 2025 09:00:00 GMT'],
    ['a token', 'The secret is right, the token expired 2025-03-01'],
    ['a secret without an end', `EndDateTime :\nKeyId : ${KEY}`],
    ['two of which one cannot be read', 'Secret one expires on 3/1/2025\nSecret two expires on next Monday'],
    [
      'a table of which one row cannot be read',
      `Description\tExpires\tSecret ID\na\t3/1/2025\t${KEY}\nb\t2027年3月1日\t${KEY}`,
    ],
  ])('says nothing of %s', (_, text) => {
    expect(ends(text)).toBeUndefined();
  });

  it('says nothing where the log is older than the end', () => {
    const list = `{"endDateTime": "2025-03-01T09:00:00Z", "keyId": "${KEY}"}`;
    expect(ends(`2025-02-01 08:00:00 invalid_client\n${list}`)).toBeUndefined();
    expect(ends(`2025-04-01 08:00:00 invalid_client\n${list}`)).toBe(DAY);
  });
});

describe('latestDay', () => {
  it.each([
    ['3/1/2025', '2025-03-01'],
    ['5/3/2025', '2025-05-03'],
    ['31/12/2024', '2024-12-31'],
    ['5.3.2025', '2025-03-05'],
    ['1 March 2025', '2025-03-01'],
    ['Sat, 01-Mar-2025', '2025-03-01'],
    ['2024-01-01 to 2025-03-01', '2025-03-01'],
  ])('%s', (text, day) => {
    expect(latestDay(text)?.slice(0, 10)).toBe(day);
  });

  it.each(['', '1.2.3', '13/13/2025', 'version 10.1.2025.1x', 'March'])('none in %j', (text) => {
    expect(latestDay(text)).toBeUndefined();
  });
});
