import { describe, expect, it } from 'vitest';
import { profileHeaderIn } from './profile-header.ts';
import { scriptCallReader } from './script-call.ts';
import { sdkCallReader } from './sdk-call.ts';

const names = (text: string) => profileHeaderIn(text).map(({ name }) => name);

describe('the header of a profile in code', () => {
  it.each([
    'headers = {"Authorization": f"Bearer {token}", "X-PowerBI-Profile-Id": customer.profile_id}',
    'client.HttpClient.DefaultRequestHeaders.Add("X-PowerBI-Profile-Id", profile.Id.ToString());',
    "headers['X-PowerBI-profile-id'] = profileId",
    "$headers = @{ 'X-PowerBI-profile-id' = $profileId }",
  ])('is read in %s', (text) => {
    expect(names(text)).toHaveLength(1);
  });

  it.each([
    'set the header "X-PowerBI-Profile-Id" to the id',
    '{"X-PowerBI-Profile-Id": None}',
    'axios.post(u, b, { headers: { ...auth, "X-PowerBI-profile-id": a } }); axios.get(v, { headers: { "X-PowerBI-profile-id": b } })',
    'var a = new PowerBIClient(u, c); a.HttpClient.DefaultRequestHeaders.Add("X-PowerBI-Profile-Id", id); var b = new PowerBIClient(u, c);',
  ])('is not told of in %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('belongs to the call of the script, or of the SDK', () => {
    const script =
      'h = {"Authorization": f"Bearer {t}", "X-PowerBI-Profile-Id": p.id}\nrequests.get("https://api.powerbi.com/v1.0/myorg/reports", headers=h)';
    const sdk =
      'PowerBIClient client;\nclient.HttpClient.DefaultRequestHeaders.Add("X-PowerBI-Profile-Id", p.Id);\nclient.Groups.GetGroupsAsync();\nHttpOperationException';
    for (const [reader, text] of [
      [scriptCallReader, script],
      [sdkCallReader, sdk],
    ] as const)
      expect(reader.read(text, 0)[0]?.piece).toMatchObject({
        headers: expect.arrayContaining([{ name: 'X-PowerBI-Profile-Id', value: '' }]),
      });
  });
});
