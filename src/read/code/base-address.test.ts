import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const BASE = 'https://api.fabric.microsoft.com';

describe('a path in quotes belongs to the base address', () => {
  it.each([
    [
      'a session of Locust',
      `class Reader(HttpUser):\n    host = "${BASE}"\n    def read(self):\n        self.client.get("/v1/workspaces")`,
    ],
    ['a test of supertest', `await request('${BASE}').get('/v1/workspaces').expect(200)`],
    ['a scenario of Karate', `* url '${BASE}'\nGiven path '/v1/workspaces'\nWhen method get`],
    ['HTTPBuilder', `def http = new HTTPBuilder('${BASE}')\nhttp.get(path: '/v1/workspaces')`],
    ['Gatling', `val protocol = http.baseUrl("${BASE}")\nexec(http("list").get("/v1/workspaces"))`],
    ['Jersey', `client.target("${BASE}").path("v1/workspaces").request().get()`],
    [
      'a policy of API Management',
      `<set-backend-service base-url="${BASE}" />\n<rewrite-uri template="/v1/workspaces" />`,
    ],
    [
      'a sampler of JMeter',
      '<stringProp name="HTTPSampler.domain">api.fabric.microsoft.com</stringProp>\n<stringProp name="HTTPSampler.path">/v1/workspaces</stringProp>',
    ],
  ])('of %s', (_, text) => {
    expect(factsOf(text)('request.url')).toBe(`${BASE}/v1/workspaces`);
  });

  it('of an API that has no such path', () => {
    const fact = factsOf(`const api = axios.create({ baseURL: '${BASE}' });\nawait call('/v1.0/myorg/groups');`);
    expect(fact('request.url')).toBe(`${BASE}/v1.0/myorg/groups`);
  });

  it.each([
    ['an audience', `resource = "${BASE}"\ncall("/v1/workspaces")`],
    ['one of two', `base_url = "${BASE}"\nbase_url = "https://api.powerbi.com"\ncall("/v1/workspaces")`],
    ['the base of a proxy', `base_url = "https://host.example/api"\ncall("/v1/workspaces")`],
  ])('and not to %s', (_, text) => {
    expect(factsOf(text)('request.url')).toBe('/v1/workspaces');
  });
});
