import { describe, expect, it } from 'vitest';
import type { Rule } from '../model/rule.ts';
import { entraCodes } from './entra-codes.ts';
import { lookUp } from './explain.ts';
import { serviceCodes } from './service-codes.ts';
import { tenantSettings } from './settings.ts';
import { terms } from './terms.ts';

const rule = (id: string, changes: Partial<Rule> = {}): Rule => ({
  id,
  title: `The title of ${id}`,
  gate: 'sign-in',
  likelihood: 'common',
  signs: [],
  explain: 'The app {token.app-id} is refused.',
  fix: [],
  sources: ['https://example.org/page'],
  ...changes,
});

const found = (thing: string, rules: readonly Rule[] = []) => {
  const result = lookUp(thing, rules);
  return result.found ? result.explanations : [];
};
const idsOf = (thing: string, rules: readonly Rule[] = []): readonly string[] =>
  found(thing, rules).map(({ kind, id }) => `${kind} ${id}`);

describe('an error of Entra ID', () => {
  it('is found by its number, with or without prefix, in any letter case, and as the start of a message', () => {
    const forms = ['AADSTS50011', '50011', 'aadsts50011', 'AADSTS 50011', ' AADSTS50011: The redirect URI is wrong.'];
    for (const form of forms) expect(idsOf(form)).toEqual(['entra-code AADSTS50011']);
  });

  it('is found by the name that Microsoft gives it', () => {
    expect(idsOf('InvalidReplyTo')).toEqual(['entra-code AADSTS50011']);
  });

  it('every one of the list is found, has a meaning of its own words, and somebody who acts', () => {
    const codes = entraCodes();
    expect(codes.length).toBeGreaterThanOrEqual(471);
    for (const { number } of codes) {
      const [first] = found(`AADSTS${number}`);
      expect(first?.id).toBe(`AADSTS${number}`);
      expect(first?.means).toMatch(/^[A-Z].{15,}\.$/);
      expect(first?.details.map(({ label }) => label)).toContain('Who acts');
      expect(first?.sources).toContain(`https://login.microsoftonline.com/error?code=${number}`);
    }
  });

  it('that nobody knows leads to the page of Microsoft, and to codes that begin like it', () => {
    const result = lookUp('AADSTS7000125', []);
    expect(result).toMatchObject({ found: false, page: 'https://login.microsoftonline.com/error?code=7000125' });
    expect(result.found === false && result.nearest.map(({ id }) => id)).toContain('AADSTS7000112');
  });

  it('names as first suspects the causes with a strong sign for it, and as rivals those with a weak one', () => {
    const rules = [
      rule('weak-one', { signs: [{ strength: 'weak', when: { 'entra.codes': { has: [50011] } }, because: '' }] }),
      rule('strong-one', { signs: [{ strength: 'strong', when: { 'entra.code': [50011, 1] }, because: '' }] }),
      rule('other-one', { signs: [{ strength: 'conclusive', when: { 'entra.code': 500112 }, because: '' }] }),
    ];
    expect(found('50011', rules)[0]?.causes.map(({ cause, weight }) => [cause, weight])).toEqual([
      ['strong-one', 'first-suspect'],
      ['weak-one', 'rival'],
    ]);
  });
});

describe('an answer of an API', () => {
  it('every one is found by its code', () => {
    for (const { code } of serviceCodes()) expect(idsOf(code)).toContain(`service-code ${code}`);
  });

  it('is found by its message, inside a longer text too', () => {
    const message = 'Error: API is not accessible for application (status 403)';
    expect(idsOf(message)).toEqual(['service-code API is not accessible for application']);
  });

  it('says for which API it was sent, which side it points at, and the header that carries it', () => {
    const details = Object.fromEntries(found('InvalidToken')[0]?.details.map(({ label, text }) => [label, text]) ?? []);
    expect(details['Sent by']).toContain('Power BI');
    expect(details['Points at']).toMatch(/^the token/);
    expect(details['Header']).toContain('x-powerbi-error-info');
  });

  it('that only rules name is told with the causes that they name it for', () => {
    const signs = [{ strength: 'strong' as const, when: { 'response.codes': { has: 'BrandNewCode' } }, because: '' }];
    const [only] = found('BrandNewCode', [rule('some-cause', { signs })]);
    expect(only).toMatchObject({ kind: 'service-code', basis: ['rules'], causes: [{ cause: 'some-cause' }] });
    expect(found('BrandNewCode')).toEqual([]);
  });

  it('is linked to causes through the codes, patterns and texts that rules look for', () => {
    const sign = (when: Rule['signs'][number]['when']) => ({
      signs: [{ strength: 'strong' as const, when, because: '' }],
    });
    const rules = [
      rule('by-code', sign({ 'response.codes': { has: 'DMTS_PrincipalsAreInvalidError' } })),
      rule('by-pattern', sign({ 'response.code': { matches: 'DMTS_*' } })),
      rule('by-all', sign({ 'response.code': { matches: '*' } })),
    ];
    const causes = found('DMTS_PrincipalsAreInvalidError', rules)[0]?.causes.map(({ cause }) => cause);
    expect(causes).toEqual(['by-code', 'by-pattern']);
    const text = [
      rule('by-text', sign({ 'evidence.text': { contains: ['api is not accessible for application', 'api'] } })),
    ];
    expect(found('API is not accessible for application', text)[0]?.causes.map(({ cause }) => cause)).toEqual([
      'by-text',
    ]);
  });
});

describe('a tenant setting', () => {
  it('is found by its name, every former name, and the name in the API', () => {
    for (const { name, earlier, internal } of tenantSettings())
      for (const each of [name, ...earlier, ...(internal?.split(', ') ?? [])])
        expect(idsOf(each)).toContain(`setting ${name}`);
  });

  it('says under an old name what it is called now', () => {
    expect(idsOf('allow service principals to use Power BI APIs')[0]).toBe(
      'setting Service principals can call Fabric public APIs',
    );
  });
});

describe('terms, claims, scopes and causes', () => {
  it('every term is found by each of its names, with blanks, marks and plural at will', () => {
    for (const { term, aliases } of terms())
      for (const name of [term, ...aliases]) expect(idsOf(name)).toContain(`term ${term}`);
    for (const form of ['Service Principals', 'service-principal', 'SERVICE_PRINCIPAL', '"service principal"'])
      expect(idsOf(form)).toContain('term service principal');
  });

  it('a claim and a term of one name are both told', () => {
    expect(idsOf('scp')).toEqual(['term scope', 'claim scp']);
  });

  it('a scope is found with its API in front, and says how many operations it opens', () => {
    const [scope] = found('https://api.fabric.microsoft.com/Workspace.Read.All');
    expect(scope?.id).toBe('Workspace.Read.All');
    expect(scope?.details.find(({ label }) => label === 'Opens')?.text).toMatch(/^\d{2,} operations/);
    expect(scope?.details.find(({ label }) => label === 'Kind')?.text).toContain('no application permission');
  });

  it('of Tenant.Read.All it says that an app must not have it as application permission', () => {
    expect(found('Tenant.Read.All')[0]?.details.find(({ label }) => label === 'Kind')?.text).toContain('must not');
  });

  it('a cause is found by its id and title, and its text has no open slots', () => {
    const rules = [rule('some-cause')];
    expect(idsOf('some-cause', rules)).toEqual(['cause some-cause']);
    expect(found('The title of some-cause', rules)[0]?.means).toBe('The app the app is refused.');
  });
});

describe('what nobody knows', () => {
  it('gets what is nearest, best first', () => {
    for (const [thing, near] of [
      ['bearer tokn', 'bearer token'],
      ['GroupNotAccesible', 'GroupNotAccessible'],
      ['Workspace.ReadWrite', 'Workspace.ReadWrite.All'],
    ] as const) {
      const result = lookUp(thing, []);
      expect(result.found === false && result.nearest[0]?.id).toBe(near);
    }
  });

  it('gets nothing where nothing is near, and a huge text hurts nobody', () => {
    expect(lookUp('qqqq wwww', [])).toEqual({ found: false, nearest: [] });
    expect(lookUp('x '.repeat(500_000), []).found).toBe(false);
  });
});
