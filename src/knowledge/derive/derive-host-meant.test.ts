import { expect, it } from 'vitest';
import { toEvidence } from '../../facts/evidence.ts';
import { callHostMeant } from './derive-host-meant.ts';

const meantBy = (host: string) =>
  callHostMeant.derive(toEvidence({ 'request.host': host }, { by: 'told' }), '')['call.host-meant'];

it.each([
  ['api.fabric.microsft.com', 'api.fabric.microsoft.com'],
  ['api.pwoerbi.com', 'api.powerbi.com'],
  ['login.microsoftonlne.com', 'login.microsoftonline.com'],
  ['onelake.dfs.fabric.mircosoft.com', 'onelake.dfs.fabric.microsoft.com'],
])('%s is a misspelling of %s', (host, meant) => expect(meantBy(host)).toBe(meant));

it.each([
  ['api.powerbi.com'],
  ['app.fabric.microsoft.com'],
  ['wabi-north-europe-redirect.analysis.windows.net'],
  ['api.contoso.com'],
  ['apipowerbi.com'],
  [`api.${'powerbi'.repeat(30)}.com`],
])('%s is none', (host) => expect(meantBy(host)).toBeUndefined());
