import { expect, it } from 'vitest';
import { saidScopes } from './said-scopes.ts';

const said = (text: string) => saidScopes(text)['said.permissions'];
const BOTH = ['Dataset.Read.All', 'Report.Read.All'];

it.each([
  'POST https://api.powerbi.com/v1.0/myorg/datasets/x/refreshes 403. scp: "Dataset.Read.All Report.Read.All"',
  'The scp claim is Dataset.Read.All Report.Read.All.',
  'jwt.ms shows scp = Dataset.Read.All, Report.Read.All, aud is right',
  'scp of the token: `Dataset.Read.All Report.Read.All User.Read`',
  'My token has scp "Dataset.Read.All Report.Read.All"',
  "token['scp'] == 'Dataset.Read.All Report.Read.All'",
  'the scp contains only Dataset.Read.All and Report.Read.All',
  'I do not get it. scp: Dataset.Read.All Report.Read.All',
])('is read from: %s', (text) => {
  expect(said(text)).toEqual(BOTH);
});

it.each([
  'The expected scp is Dataset.ReadWrite.All',
  'scp should be Dataset.ReadWrite.All',
  'There is no scp Dataset.ReadWrite.All in it',
  'scp does not contain Dataset.ReadWrite.All',
  'scp Dataset.ReadWrite.All is missing',
  'scp: User.Read Group.Read.All',
  'The token has no scp. The app has Dataset.Read.All.',
  'first token scp: Dataset.Read.All, second token scp: Report.Read.All',
  'scp includes Dataset.Read.All',
])('nothing in: %s', (text) => {
  expect(said(text)).toBeUndefined();
});

it('takes a long text without end in linear time', () => {
  const start = performance.now();
  said(`scp: ${'Dataset.Read.All '.repeat(20_000)}`);
  said('scp claim '.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(500);
});

it.each([
  ['the only permission ticked is "View all Datasets". GetReports is Forbidden', ['Dataset.Read.All']],
  ['Permissions: View all Reports, Read and write all Datasets', ['Report.Read.All', 'Dataset.ReadWrite.All']],
])('by an old name: %s', (text, permissions) => {
  expect(said(text)).toEqual(permissions);
});

it.each([
  'It needs the permission View all Datasets.',
  'The permission "View all Datasets" is not ticked.',
  'Is the permission View all Datasets enough?',
  'I can view all datasets in the portal.',
])('no old name in: %s', (text) => {
  expect(said(text)).toBeUndefined();
});
