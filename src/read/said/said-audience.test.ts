import { expect, it } from 'vitest';
import { saidAudience } from './said-audience.ts';

const GRAPH = 'https://graph.microsoft.com';
const said = (text: string) => saidAudience(text)['said.audience'];

it.each([
  `token audience: ${GRAPH}`,
  `The aud claim is ${GRAPH}.`,
  `jwt.ms shows aud = "${GRAPH}", scp = User.Read`,
  `decoded aud: '${GRAPH}'`,
  `The token has aud ${GRAPH} (needs another)`,
  `The audience of my token is \`${GRAPH}\``,
  `token['aud'] == "${GRAPH}"`,
  `aud -> ${GRAPH}, so it should be right?`,
  `The token's audience is ${GRAPH}`,
  `all looks right but "aud": "${GRAPH}".`,
])('is read from: %s', (text) => {
  expect(said(text)).toBe(GRAPH);
});

it('is an id or the name of an app too', () => {
  expect(said('token aud 00000003-0000-0000-c000-000000000000; GET groups gives 403')).toBe(
    '00000003-0000-0000-c000-000000000000',
  );
  expect(said('React sends its own token (aud api://backend) to Power BI')).toBe('api://backend');
});

it.each([
  `The expected aud is ${GRAPH}`,
  `aud should be ${GRAPH}`,
  `Should the token audience be ${GRAPH}?`,
  `id_tokens: aud: https://gitlab.example`,
  `Audience ${GRAPH} is not a supported MSI token audience.`,
  `Assertion Audience: 'api://AzureADTokenExchange'`,
  `IDX10214: Audience validation failed. Audiences: '${GRAPH}'`,
  `error_description="The audience '${GRAPH}' is invalid"`,
  `It does not have aud ${GRAPH}`,
  `I read about the audience in ${GRAPH}`,
])('is nothing that is wanted, refused or talked about: %s', (text) => {
  expect(said(text)).toBeUndefined();
});

it('is nothing where two tokens are compared', () => {
  expect(said(`the first has aud ${GRAPH}, the second aud https://analysis.windows.net/powerbi/api`)).toBeUndefined();
});
