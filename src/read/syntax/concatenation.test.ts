import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const REFRESHES = 'https://api.powerbi.com/v1.0/myorg/groups/{group}/datasets/{dataset}/refreshes';

describe('an address that code puts together', () => {
  it.each([
    [
      'Python',
      `requests.post("https://api.powerbi.com/v1.0/myorg/groups/" + group + "/datasets/" + str(dataset) + "/refreshes", headers=h)`,
    ],
    [
      'a variable',
      `url = 'https://api.powerbi.com/v1.0/myorg/groups/' + self.group + '/datasets/' + self.dataset + '/refreshes'\nrequests.post(url, headers=h)`,
    ],
    [
      'C#',
      `await client.PostAsync("https://api.powerbi.com/v1.0/myorg/groups/" + group + "/datasets/" + dataset + "/refreshes", body);`,
    ],
    [
      'PHP',
      `$client->post('https://api.powerbi.com/v1.0/myorg/groups/' . $group . '/datasets/' . $dataset . '/refreshes', $options);`,
    ],
    [
      'lines',
      `axios.post("https://api.powerbi.com/v1.0/myorg/groups/" +\n  group + "/datasets/" +\n  dataset + "/refreshes", {}, config)`,
    ],
  ])('is read whole: %s', (_, code) => {
    expect(factsOf(code)('request.url')).toBe(REFRESHES);
  });

  it('tells which version of the token endpoint is asked', () => {
    const code = `r = requests.post('https://login.microsoftonline.com/' + tid + '/oauth2/v2.0/token', data=payload)`;
    expect(factsOf(code)('token-request.endpoint')).toBe('v2');
  });

  it('ends where a call begins, whose answer nobody knows', () => {
    expect(factsOf(`requests.get("https://api.powerbi.com/v1.0/myorg/" + path(), headers=h)`)('request.url')).toBe(
      'https://api.powerbi.com/v1.0/myorg/',
    );
  });
});
