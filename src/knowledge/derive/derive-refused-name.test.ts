import { expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { appOfMicrosoft, resourceDoubled } from './derive-refused-name.ts';

const NOW = '2026-03-01T12:00:00Z';
const evidence = (facts: Facts) => new Map(toEvidence(facts, { by: 'told' }));
const isMicrosofts = (id: string) =>
  appOfMicrosoft.derive(evidence({ 'entra.app-id': id }), NOW)['entra.microsoft-app'];
const isDoubled = (resource: string) =>
  resourceDoubled.derive(evidence({ 'entra.resource': resource }), NOW)['entra.resource-doubled'];

it.each([
  ['EA0616BA-638b-4df5-95b9-636659ae5121', true],
  ['14d82eec-204b-4c2f-b7e8-296a70dab67e', true],
  ['04b07795-8ddb-461a-bbee-02f9e1bf7b46', true],
  ['11111111-2222-3333-4444-555555555555', false],
  ['<client id>', undefined],
])('knows whether %s is an app of Microsoft', (id, expected) => {
  expect(isMicrosofts(id)).toBe(expected);
  expect(appOfMicrosoft.derive(evidence({}), NOW)).toEqual({});
});

it.each([
  ['//ingest-ingest-contoso.westeurope.kusto.windows.net', true],
  ['https://ingest-ingest-contoso.kusto.windows.net', true],
  ['https://https://contoso.kusto.windows.net', true],
  ['https://ingest-contoso.kusto.windows.net', false],
  ['api://3f5a0000-0000-4000-8000-0000000000aa', false],
  ['https://api.fabric.microsoft.com', false],
])('sees whether a part of %s stands there twice', (resource, expected) => {
  expect(isDoubled(resource)).toBe(expected);
  expect(resourceDoubled.derive(evidence({}), NOW)).toEqual({});
});
