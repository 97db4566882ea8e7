import { describe, expect, it } from 'vitest';
import { supportIds } from './support-ids.ts';

const ONE = 'bd8185ba-a19a-4a34-ae68-9a17d8f4fc92';
const OTHER = '4d3c1a0e-9b8f-4e62-a5c7-1f0e2d3c4b5a';

describe('ids that support asks for', () => {
  it.each([
    ['of a box of Terraform', `│ Request ID: ${ONE}`, { 'response.request-id': ONE }],
    ['of fab', ` Request Id: ${ONE.toUpperCase()}`, { 'response.request-id': ONE }],
    ['of a connector', `not accessible\\r\\nclientRequestId: ${ONE}",`, { 'response.request-id': ONE }],
    [
      'of a log',
      `{"requestId":"${ONE}","ActivityId":"${OTHER}"}`,
      {
        'response.request-id': ONE,
        'response.activity-id': OTHER,
      },
    ],
    ['of Analysis Services', `RootActivityId: ${ONE}`, { 'response.activity-id': ONE }],
    [
      'before that of the client',
      `x-ms-client-request-id: ${OTHER}\nx-ms-request-id: ${ONE}`,
      {
        'response.request-id': ONE,
      },
    ],
  ])('%s are read', (_, text, facts) => {
    expect(supportIds(text)).toEqual(facts);
  });

  it.each([
    ['two of a kind', `Request ID: ${ONE}\nRequest ID: ${OTHER}`],
    ['one of a sign-in', `AADSTS50076: ... Request Id: ${ONE} Correlation Id: ${OTHER}`],
    ['one that is masked', 'Request ID: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'],
    ['an id of something else', `workspace id: ${ONE}`],
  ])('%s says nothing', (_, text) => {
    expect(supportIds(text)).toEqual({});
  });
});
