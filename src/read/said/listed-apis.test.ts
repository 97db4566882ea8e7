import { describe, expect, it } from 'vitest';
import { listedApis } from './listed-apis.ts';

const GRAPH = '00000003-0000-0000-c000-000000000000';
const POWER_BI = '00000009-0000-0000-c000-000000000000';
const COMMAND = '$ az ad app permission list --id 7d1f0c52-3b8e-4a96-9f21-60c4e8b2a7d5 -o table';
const table = (...rows: readonly string[]) =>
  ['ResourceAppId', '------------------------------------', ...rows].join('\n');

describe('the APIs that an app registration lists', () => {
  it.each([
    `${COMMAND}\n${table(GRAPH)}\n\nAADSTS650057: Invalid resource.`,
    `${COMMAND}\n${table(GRAPH, GRAPH)}`,
    `ApiId                                Id                                   Type\n-----                                --                                   ----\n${GRAPH} e1fe6dd8-ba31-4d61-89e7-88639da4683d Scope\n`,
    `az ad app permission list --id x\n[\n  {\n    "resourceAccess": [\n      { "id": "e1fe6dd8-ba31-4d61-89e7-88639da4683d", "type": "Scope" }\n    ],\n    "resourceAppId": "${GRAPH}"\n  }\n]\n`,
  ])('are Microsoft Graph alone in %s', (text) => {
    expect(listedApis(text)).toEqual({ 'app.lists-permission': 'no' });
  });

  it.each([
    `${COMMAND}\n${table(GRAPH, POWER_BI)}`,
    `${COMMAND}\n${table(POWER_BI)}`,
    `${COMMAND}\n${table(GRAPH)}\n...`,
    `${COMMAND} | grep 00000003\n${table(GRAPH)}`,
    `${COMMAND} --query "[?resourceAppId=='${GRAPH}']"\n${table(GRAPH)}`,
    `The other app, which works:\n${COMMAND}\n${table(GRAPH)}`,
    `${COMMAND}\n${table(GRAPH)}\n\n${COMMAND}\n${table(POWER_BI)}`,
    `${COMMAND}\n${table(GRAPH)}\n\nscope=https://graph.microsoft.com/User.Read`,
    `${COMMAND}\n${table()}`,
    `az ad app permission list --id x\n[\n  {\n    "resourceAccess": [ { "type": "Scope" } ],\n    "resourceAppId": "${POWER_BI}"\n  }\n]\n`,
    `ResourceAppId is ${GRAPH}`,
  ])('are not told by %s', (text) => {
    expect(listedApis(text)).toEqual({});
  });
});
