import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { statusesIn } from './status-words.ts';

const GATEWAY = `https://api.powerbi.com/v1.0/myorg/gateways/${'a'.repeat(36)}`;
const read = (text: string) => statusesIn(text).map(({ status }) => status);

describe('a status right behind a URL', () => {
  it.each([
    `PATCH ${GATEWAY}/datasources/b 404 PowerBIEntityNotFound`,
    `We call ${GATEWAY} 404 PowerBIEntityNotFound with the app`,
    `We call ${GATEWAY} 404 with the app`,
  ])('%s', (text) => {
    expect(read(text)).toEqual([404]);
  });

  it.each([`${GATEWAY} 500 datasources in it`, `We list ${GATEWAY} 404 Reports`])('is none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('comes with its code where the line is nothing but the call', () => {
    const value = factsOf(`PATCH ${GATEWAY}/datasources/b 404 PowerBIEntityNotFound`);
    expect(value('request.method')).toBe('PATCH');
    expect(value('response.status')).toBe(404);
    expect(value('response.codes')).toEqual(['PowerBIEntityNotFound']);
  });
});
