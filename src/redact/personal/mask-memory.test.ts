import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { maskerOf } from './mask.ts';

const [TENANT, CLIENT, PUBLIC] = [
  '41ce06d1-d81b-4ea0-bc6d-2ce3dd2f8e87',
  '0b1c5c8e-6a2a-4d8c-b4c7-2e0d6b8ab111',
  '00000003-0000-0000-c000-000000000000',
];
const personal = (claims = {}) => {
  const masker = maskerOf({ personal: true, ids: false });
  masker.learn(claims);
  return masker;
};

describe('a pseudonym', () => {
  it('is the same for a value in every text, whatever letters are capitals', () => {
    const { mask } = personal();
    expect(mask('ada@contoso.com, grace@contoso.com')).toBe('mail-1, mail-2');
    expect(mask('Grace@Contoso.com, ada@contoso.com, joe@contoso.com')).toBe('mail-2, mail-1, mail-3');
  });

  it('is counted by kind, each value once and each of its places', () => {
    const { mask, counts } = personal();
    mask('ada@contoso.com, grace@contoso.com from 10.1.2.3');
    mask('ada@contoso.com');
    expect(counts()).toEqual([
      { kind: 'mail', values: 2, places: 3 },
      { kind: 'private-ip', values: 1, places: 1 },
    ]);
  });

  it('stands in redacted text, which is counted too, unless personal data may stay', () => {
    const text = 'user ada@contoso.com of 8.8.8.8';
    expect(redact(text)).toEqual({
      text: 'user mail-1 of ip-1',
      replaced: [
        { kind: 'mail', values: 1, places: 1 },
        { kind: 'ip', values: 1, places: 1 },
      ],
    });
    expect(redact(text, { includePersonal: true })).toEqual({ text, replaced: [] });
  });
});

describe('a person whom a token names', () => {
  it.each([
    ['in a URL', 'q=Ada+Lovelace and Ada%20Lovelace', 'q=person-1 and person-1'],
    ['in a file', 'Ada_Lovelace.csv', 'person-1.csv'],
    ['in several ways', 'Ada Lovelace, Ada+Lovelace, Ada_Lovelace', 'person-1, person-1, person-1'],
    ['in capitals', 'ADA LOVELACE', 'person-1'],
    ['by a part of the name', 'Lovelace and Ada', 'person-1 and person-2'],
  ])('is masked %s', (_, text, expected) => {
    const { mask } = personal({ name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace' });
    expect(mask(text)).toBe(expected);
  });

  it.each(['Adamant', 'MacAda', 'Ada-1', 'x-Ada', 'Ada2', 'Adaé'])('is none within another word: %s', (word) => {
    expect(personal({ given_name: 'Ada' }).mask(`a ${word} b`)).toBe(`a ${word} b`);
  });

  it('keeps the kind of what was learned', () => {
    expect(personal({ phone_number: '030 901820' }).mask('call 030 901820')).toBe('call phone-1');
    expect(personal({ upn: 'ada.lovelace' }).mask('sign in as ada.lovelace now')).toBe('sign in as mail-1 now');
    expect(personal({ emails: ['ada.lovelace', 7] }).mask('as ada.lovelace')).toBe('as mail-1');
  });

  it.each([
    ['of two letters', { name: 'Al' }, 'by Al'],
    ['of a word of our sentences', { family_name: 'Service' }, 'the service'],
    ['that is an address', { upn: 'ada@contoso' }, 'by ada@contoso'],
    ['that is an address of a network', { ipaddr: '10.1' }, 'the 10.1'],
    ['that is very long', { name: `A${'b'.repeat(200)}` }, `by A${'b'.repeat(200)}`],
    ['in a claim that names nobody', { roles: ['Reader'], app_displayname: 'Reader' }, 'a Reader'],
    ['that is a pseudonym', { name: 'mail-3' }, 'by mail-3'],
  ])('is not learned by a name %s', (_, claims, text) => {
    const masker = maskerOf({ personal: true, ids: false });
    expect(masker.learn(claims)).toBe(false);
    expect(masker.mask(text)).toBe(text);
  });

  it('is new once', () => {
    const { learn, mask } = maskerOf({ personal: true, ids: false });
    expect(mask('by Grace Hopper')).toBe('by Grace Hopper');
    expect(learn({ name: ' Grace Hopper ' })).toBe(true);
    expect(learn({ name: 'grace hopper' })).toBe(false);
    expect(learn({ name: 'Ada Lovelace' })).toBe(true);
    expect(mask('by Grace Hopper and Ada Lovelace')).toBe('by person-1 and person-2');
  });

  it('is masked as a whole, though a part of the name was known before', () => {
    const { learn, mask } = maskerOf({ personal: true, ids: false });
    learn({ given_name: 'Ada' });
    learn({ name: 'Ada Lovelace' });
    learn({ name: 'Ada Lovelace King' });
    expect(mask('Ada Lovelace King')).toBe('person-1');
  });

  it('may be written with a full stop', () => {
    expect(personal({ name: 'Ada L.' }).mask('by Ada L. today')).toBe('by person-1 today');
  });

  it('of three and of two hundred letters is learned', () => {
    const name = `A${'b'.repeat(199)}`;
    expect(personal({ name }).mask(`by ${name}`)).toBe('by person-1');
    expect(personal({ name: 'Ada' }).mask('by Ada')).toBe('by person-1');
  });

  it('stays where personal data may', () => {
    const { learn, mask } = maskerOf({ personal: false, ids: false });
    learn({ name: 'Ada Lovelace' });
    expect(mask('Ada Lovelace, ada@contoso.com')).toBe('Ada Lovelace, ada@contoso.com');
  });
});

describe('ids', () => {
  const masker = (changes = {}) => maskerOf({ personal: false, ids: true, ...changes });

  it.each([
    [`tenant_id=${TENANT}`, 'tenant_id=tenant-1'],
    [`https://sts.windows.net/${TENANT}/`, 'https://sts.windows.net/tenant-1/'],
    [`"appid": "${CLIENT}"`, '"appid": "client-1"'],
    [`oid: ${CLIENT}`, 'oid: object-1'],
    [`/v1/capacities/${CLIENT}`, '/v1/capacities/capacity-1'],
    [`/datasets/${CLIENT}/x`, '/datasets/dataset-1/x'],
    [`/reports/${CLIENT}`, '/reports/report-1'],
    [`/lakehouses/${CLIENT}`, '/lakehouses/item-1'],
    [`x-ms-request-id: ${CLIENT}`, 'x-ms-request-id: request-1'],
    [`ActivityId: ${CLIENT}`, 'ActivityId: activity-1'],
    [`Correlation ID: ${CLIENT}`, 'Correlation ID: correlation-1'],
    [`Trace ID: ${CLIENT}`, 'Trace ID: trace-1'],
    [`it is ${CLIENT}`, 'it is id-1'],
    ['at contoso.onmicrosoft.com, of Contoso.onmicrosoft.com', 'at tenant-1, of tenant-1'],
    [`x${CLIENT} ${CLIENT}0`, `x${CLIENT} ${CLIENT}0`],
    [`the app ${PUBLIC}`, `the app ${PUBLIC}`],
  ])('are named after what they are: %s', (text, expected) => {
    expect(masker().mask(text)).toBe(expected);
  });

  it('stay unless they are to be masked', () => {
    const { mask, learnId, counts } = personal();
    learnId(TENANT, 'tenant');
    expect(mask(`${TENANT} at contoso.onmicrosoft.com`)).toBe(`${TENANT} at contoso.onmicrosoft.com`);
    expect(counts()).toEqual([]);
  });

  it('are named after what was learned of them, and counted where they stand', () => {
    const { mask, learnId, counts } = masker();
    learnId(CLIENT, 'client');
    learnId(TENANT, 'tenant');
    learnId(PUBLIC, 'client');
    expect(mask(`the ids ${TENANT}, ${PUBLIC}`)).toBe(`the ids tenant-1, ${PUBLIC}`);
    expect(counts()).toEqual([{ kind: 'tenant', values: 1, places: 1 }]);
  });

  it('of everybody stay', () => {
    const { mask, learnId } = masker({ isPublicId: (id: string) => id === CLIENT });
    learnId(CLIENT, 'client');
    expect(mask(`${CLIENT} ${TENANT}`)).toBe(`${CLIENT} id-1`);
  });

  it('of a guest go with the name of the tenant', () => {
    const { mask } = maskerOf({ personal: true, ids: true });
    expect(mask('ada_x.org#EXT#@contoso.onmicrosoft.com')).toBe('mail-1#EXT#');
    expect(mask('joe@contoso.onmicrosoft.com, joe@contoso.com')).toBe('mail-2, mail-3');
  });

  it('of a tenant in China and Germany stay with their mail', () => {
    expect(personal().mask('a.b@x.partner.onmschina.cn, a.b@x.onmicrosoft.de')).toBe(
      'mail-1@x.partner.onmschina.cn, mail-2@x.onmicrosoft.de',
    );
  });
});
