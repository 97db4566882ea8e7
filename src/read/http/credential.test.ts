import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { observe } from '../observe.ts';
import { readPastes } from '../read.ts';

const token = buildToken({ aud: 'https://analysis.windows.net/powerbi/api', exp: 1_772_366_400 });

/** The kind of credential that each failing call was made with. */
const credentials = (...texts: string[]): readonly unknown[] => {
  const { incidents, secrets } = readPastes(texts.map((text) => ({ text })));
  return incidents.map((incident) => {
    const fact = observe(incident, secrets).facts.get('credential.kind');
    return fact?.state === 'known' ? fact.value : undefined;
  });
};

const sent = `GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\nAuthorization: Bearer ${token}\n\nHTTP/1.1 403 Forbidden`;

describe('the credential of a call', () => {
  it('is not the token that a call to another host carried', () => {
    const other =
      'Operation failed: "Forbidden", 403, HEAD, https://onelake.dfs.fabric.microsoft.com/ws/lh/Tables/sales';
    expect(credentials(sent, other)).toEqual(['access-token', undefined]);
  });

  it('is not the embed token that the call gave, or that a page embeds with', () => {
    const call = 'GET https://api.powerbi.com/v1.0/myorg/groups/g/reports/r/pages -> 403';
    const page = 'powerbi.embed(box, { accessToken: embedToken, tokenType: models.TokenType.Embed })';
    expect(credentials(call, page)).toEqual([undefined]);
    expect(credentials(call.replace('pages', 'GenerateToken'), 'token: H4sIAAAAAAAEAB2Tx66rVgBF_-VOiQSGQ4v0')).toEqual([
      undefined,
    ]);
    expect(credentials(call, 'Authorization: Bearer H4sIAAAAAAAEAB2Tx66rVgBF_-VOiQSGQ4v0')).toEqual(['embed-token']);
  });

  it('is the only token of the paste where the call to the same host was seen without its header', () => {
    expect(
      credentials(sent, '401 Client Error: Unauthorized for url: https://api.powerbi.com/v1.0/myorg/apps'),
    ).toEqual(['access-token', 'access-token']);
  });
});
