import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts-of.ts';

const ENTRA = 'AADSTS700213: No matching federated identity record found for presented assertion subject.';
const CALL = 'GET https://api.fabric.microsoft.com/v1/workspaces\nHTTP/1.1 403 Forbidden';
const isBehind = (text: string) => factsOf(text)('response.behind-sign-in-error');

describe('the order of two refusals', () => {
  it('is told where the API refused behind Entra', () => expect(isBehind(`${ENTRA}\n\n${CALL}`)).toBe(true));
  it('is not told where Entra refused last', () => expect(isBehind(`${CALL}\n\n${ENTRA}`)).toBeUndefined());
  it('is not told where Entra said nothing', () => expect(isBehind(CALL)).toBeUndefined());
});
