import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidEmpty } from './said-empty.ts';

const empty = (text: string) => saidEmpty(text, sentencesIn(text))['said.empty'];

describe('what came back as an empty list', () => {
  it.each([
    [
      `>>> requests.get("https://api.powerbi.com/v1.0/myorg/gateways", headers=h).json()\n{'@odata.context': 'http://x/v1.0/myorg/$metadata#gateways', 'value': []}`,
      ['gateways'],
    ],
    ['GET https://api.powerbi.com/v1.0/myorg/groups\n{"value":[]}', ['workspaces']],
    ['fab ls .connections\n\nfab ls prod.Workspace\nRaw.Lakehouse\n', ['connections']],
    ['GET /gateways gives an empty list', ['gateways']],
    ['Listing the pipelines returns an empty array.', ['pipelines']],
  ])('%s', (text, kinds) => {
    expect(empty(text)).toEqual(kinds);
  });

  it.each([
    `>>> requests.get("https://api.powerbi.com/v1.0/myorg/gateways", headers=h).json()\n{'value': [{'id': 1}]}`,
    `requests.get("https://api.powerbi.com/v1.0/myorg/groups/x/reports")\n{'value': []}`,
    'GET /gateways should give an empty list',
  ])('nothing in: %s', (text) => {
    expect(empty(text)).toBeUndefined();
  });
});
