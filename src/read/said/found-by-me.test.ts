import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { foundByMe } from './found-by-me.ts';

const CALL = 'GET https://api.fabric.microsoft.com/v1/workspaces/5f3a6c1e-9b2d-4c55-8a10-3d2e1f4b5a6c/items/b';
const facts = (text: string) => factsOf(`${CALL}\n${text}`);

describe('what is found with an account of one\u2019s own', () => {
  it.each([
    [
      'with az login as me it returns the item, in the pipeline not',
      'with az login as me it works, in the pipeline not',
    ],
    ['as myself it is found', 'as myself it works'],
    ['gives 404 with the app, 200 with my token', 'gives 404 with the app, it works with my own token'],
    ['with my token: 200', 'with my own token it works'],
    ['with my own login the same url returns the report', 'with my own login it works'],
    ['when i use my own token the report comes back', 'with my own token it works'],
  ])('%s', (sentence, plain) => {
    expect(foundByMe(sentence)).toBe(plain);
  });

  it.each([
    'it is found',
    'as myself it is not found',
    'as myself it should be found, it is found then',
    'as me it is found, as a colleague not',
    'with my token the list of workspaces is 200',
    'is it found with my own login?',
    'the report was created with my account',
    'when i use my own token it should come back',
    'when i use my colleagues token the report comes back',
  ])('stays: %s', (sentence) => {
    expect(foundByMe(sentence)).toBe(sentence);
  });
});

describe('the same call as the person', () => {
  it.each([
    '404 ItemNotFound\nWith az login as me it returns the item; in the pipeline with the spn not',
    'with the service principal\n404 EntityNotFound\nas myself it is found',
    '-> 404 with the app, 200 with my token',
    'When I use my own token the report comes back. The managed identity gets 404.',
    'with set_service_principal(tenant, client, client_secret=s):\n404 Not Found\nWith my own login in the same notebook it is found',
  ])('works: %s', (text) => {
    expect(facts(text)('observed.same-call-as-user')).toBe('works');
    expect(facts(text)('said.caller')).not.toBe('user');
  });

  it.each([
    '-> 404 with the app and 404 with my token',
    '404 Not Found\nWith my own login in the same notebook it is not found',
    'with set_service_principal(tenant, client, client_secret=s):\n404 Not Found\nThe token is mine.',
    '404 Not Found\nWith my own login I get the same answer.',
  ])('is not said to work: %s', (text) => {
    expect(facts(text)('observed.same-call-as-user')).toBeUndefined();
  });
});
