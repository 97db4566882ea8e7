import { describe, expect, it } from 'vitest';
import { allOperations } from '../src/knowledge/operation-catalog.ts';
import { factsOf } from './support/facts-of.ts';

/** Those of which the SDK has a method. */
const IDS = allOperations().flatMap(({ id, path }) =>
  path.startsWith('/v1.0/myorg/') && !id.includes('(Preview)') ? id : [],
);

describe('every operation of the Power BI API that the .NET SDK has', () => {
  it.each([
    ['in code', (group: string, method: string) => `PowerBIClient client; client.${group}.${method}Async();`],
    [
      'in a stack trace',
      (group: string, method: string) => `at Microsoft.PowerBI.Api.${group}Operations.${method}WithHttpMessagesAsync(`,
    ],
  ])('is read by its id %s', (_, written) => {
    const wrong = IDS.filter((id) => {
      const [group = '', method = ''] = id.split('_');
      return factsOf(written(group, method))('request.sdk-operation') !== id;
    });
    expect(IDS.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
