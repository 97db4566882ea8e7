import { buildToken } from '../support/token.ts';

const at = (time: string): number => Date.parse(time) / 1000;

const LIFE = {
  iat: at('2026-03-01T11:30:00Z'),
  nbf: at('2026-03-01T11:30:00Z'),
  exp: at('2026-03-01T12:30:00Z'),
} as const;
const TENANT = '7d1f7d6b-0c4e-4c7a-9f0c-2f1f6f3a1b11';
const APP = '5a3e9c52-7b1d-4e0a-8a61-9d0c2b7e4f01';

const appClaims = (aud: string) => ({
  aud,
  iss: `https://sts.windows.net/${TENANT}/`,
  appid: APP,
  idtyp: 'app',
  oid: 'b7e0a7c6-3a35-4a3f-b9fb-0d8b1f3c2a77',
  sub: 'b7e0a7c6-3a35-4a3f-b9fb-0d8b1f3c2a77',
  tid: TENANT,
  ver: '1.0',
  ...LIFE,
});

/** An app-only token for an API, in time at the time that the tests tell. */
export const appToken = (aud: string): string => buildToken(appClaims(aud));

const POWER_BI = 'https://analysis.windows.net/powerbi/api';
const WORKSPACE = 'f089354e-8366-4e18-aea3-4cb4a3a50b48';

const call = (line: string, token: string, answer: string): string =>
  `${line} HTTP/1.1\r\nAuthorization: Bearer ${token}\r\n\r\n${answer}`;

/** An authorization code: looks like one and opens nothing. */
export const CODE = `1.A${'X0kBvQ3w'.repeat(40)}`;

/** One of the scenarios that must come out first and right: what is pasted and answered, and the cause. */
export interface Scenario {
  readonly what: string;
  readonly paste: string;
  readonly secrets: readonly string[];
  /** Answers by the question that they belong to. */
  readonly answers: Readonly<Record<string, string>>;
  readonly cause: string;
}

const graph = appToken('https://graph.microsoft.com');
const powerBi = appToken(POWER_BI);
const management = appToken('https://management.azure.com/');

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  A: {
    what: 'an authorization code is sent as the bearer',
    paste: [
      'curl https://api.fabric.microsoft.com/v1/workspaces \\',
      `  -H "Authorization: Bearer ${CODE}"`,
      '',
      '{"requestId":"8f49a868-987f-4716-80fd-600edd835419","errorCode":"InvalidToken","message":"Access token is invalid"}',
    ].join('\r\n'),
    secrets: [CODE],
    answers: {},
    cause: 'auth-code-as-bearer',
  },
  B: {
    what: 'a token for Microsoft Graph is sent to Power BI',
    paste: call(
      'GET https://api.powerbi.com/v1.0/myorg/groups',
      graph,
      'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n',
    ),
    secrets: [graph],
    answers: {},
    cause: 'wrong-audience',
  },
  C: {
    what: 'a tenant setting keeps apps out',
    paste: call(
      'GET https://api.powerbi.com/v1.0/myorg/groups',
      powerBi,
      'HTTP/1.1 401 Unauthorized\r\nx-powerbi-error-info: ServicePrincipalIsNotAllowedByTenantAdminSwitch\r\n\r\n',
    ),
    secrets: [powerBi],
    answers: {},
    cause: 'sp-tenant-setting-missing-group',
  },
  D: {
    what: 'an app has no role in one workspace',
    paste: call(
      `GET https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/datasets`,
      powerBi,
      'HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n',
    ),
    secrets: [powerBi],
    answers: {
      'What does listing the workspaces give, with the same token?': 'A list without this workspace (or an empty one)',
      'Which role does the caller have in the workspace?': 'No role',
    },
    cause: 'workspace-access-missing',
  },
  E: {
    what: 'the route of My workspace is called by an app',
    paste: call(
      `POST https://api.powerbi.com/v1.0/myorg/reports/${WORKSPACE}/ExportTo`,
      powerBi,
      'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n',
    ),
    secrets: [powerBi],
    answers: {},
    cause: 'missing-groups-segment',
  },
  F: {
    what: 'the same call works with the own account, not with the app',
    paste: call(
      `GET https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/reports`,
      powerBi,
      'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\nThe same call works with my own account, not with the app.',
    ),
    secrets: [powerBi],
    answers: {
      'What does listing the workspaces give, with the same token?': 'A list without this workspace (or an empty one)',
      'Which role does the caller have in the workspace?': 'No role',
    },
    cause: 'workspace-access-missing',
  },
  G: {
    what: 'a token of another product is used on Fabric',
    paste: call(
      'GET https://api.fabric.microsoft.com/v1/workspaces',
      management,
      'HTTP/1.1 401 Unauthorized\r\n\r\n{"errorCode":"InvalidToken","message":"Access token is invalid"}',
    ),
    secrets: [management],
    answers: {},
    cause: 'wrong-audience',
  },
};
