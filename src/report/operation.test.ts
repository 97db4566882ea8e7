import { describe, expect, it } from 'vitest';
import { allOperations } from '../knowledge/operation-catalog.ts';
import { needsOf } from './operation.ts';
import { alternativesWords, limitsWords, resourceRolesWords } from './operation-words.ts';

const said = (operation: Parameters<typeof needsOf>[0]): ReadonlyMap<string, string> =>
  new Map(needsOf(operation, undefined).map(({ label, text }) => [label, text]));

describe('what an operation needs', () => {
  it('is said of every operation of the catalog in words, with nothing empty and no keyword of the catalog left', () => {
    const wrong = allOperations().flatMap((operation) =>
      needsOf(operation, 'https://api.fabric.microsoft.com/.default')
        .filter(({ text }) => text === '' || /undefined|null|\bsp-|-api\b/.test(text))
        .map(({ label, text }) => `${operation.id}: ${label} ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names an administrator, a capacity, a preview, a role or a permission exactly where the catalog does', () => {
    for (const operation of allOperations()) {
      const labels = said(operation);
      const { admin, capacity, preview, role, itemPermission, scopes, servicePrincipal } = operation;
      expect([operation.id, labels.has('Admin'), labels.has('Capacity'), labels.has('Preview')]).toEqual([
        operation.id,
        admin,
        capacity,
        preview,
      ]);
      expect(labels.get('Workspace role')?.toLowerCase()).toBe(role === null ? undefined : `${role} or higher`);
      expect(labels.get('Item permission')).toBe(
        itemPermission === null ? undefined : alternativesWords(itemPermission),
      );
      expect(labels.get('Delegated scopes (tokens of users only)')).toBe(
        scopes === null ? 'the description does not say' : alternativesWords(scopes),
      );
      expect(labels.has('Tenant setting for them')).toBe(servicePrincipal !== 'no');
    }
  });

  it('tells the setting for reading admin APIs from the one for changing', () => {
    const settings = allOperations()
      .filter(({ admin, servicePrincipal }) => admin && servicePrincipal !== 'no')
      .map((operation) => [
        operation.method === 'GET',
        said(operation).get('Tenant setting for them')?.includes('updates'),
      ]);
    expect(settings.length).toBeGreaterThan(20);
    expect(settings.filter(([reads, forUpdates]) => reads === forUpdates)).toEqual([]);
  });
});

describe('the words of the catalog', () => {
  it('join what is needed together with "and", and what is enough alone with "or"', () => {
    expect(alternativesWords([['a', 'b'], ['c'], []])).toBe('a and b, or c, or none');
    expect(resourceRolesWords([['gateway:admin', 'deploymentPipeline:owner'], ['connection:user']])).toBe(
      'admin on the gateway and owner on the deployment pipeline, or user on the connection',
    );
  });

  it('say whom a limit is shared by, and of a limit without a word of its own its name', () => {
    const [some] = allOperations();
    if (some === undefined) throw new Error('the catalog is empty');
    expect(limitsWords({ ...some, limits: { requestsPerHour: 50, scope: 'user' } })).toBe(
      '50 requests an hour (shared by each user)',
    );
    expect(limitsWords({ ...some, limits: { ['newLimit' as 'callSeconds']: 3 } })).toBe('3 new limit');
    expect(limitsWords({ ...some, limits: {} })).toBe('');
  });
});
