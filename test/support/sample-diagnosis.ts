import type { Diagnosis, Finding, GateState } from '../../src/model/diagnosis.ts';
import { GATES, type Gate } from '../../src/model/rule.ts';
import { seal } from '../../src/model/secret.ts';

const gates = (stop: Gate | undefined, passed: readonly Gate[]): readonly GateState[] =>
  GATES.map((gate, i): GateState => {
    const asks = `Is the gate ${gate} open?`;
    if (gate === stop) return { gate, asks, state: 'failed', because: 'The cause stands here.' };
    if (stop !== undefined && i > GATES.indexOf(stop)) {
      return { gate, asks, state: 'not-reached', because: 'The call stopped before.' };
    }
    if (passed.includes(gate)) return { gate, asks, state: 'passed', because: 'An answer came back.' };
    return { gate, asks, state: 'unknown', because: 'Nobody said whether the app is in the group of the setting.' };
  });

/** A cause with nothing that a test does not set. */
export const finding = (changes: Partial<Finding> = {}): Finding => ({
  cause: 'made-up',
  title: 'The token has expired',
  gate: 'token',
  verdict: 'possible',
  likelihood: 'common',
  explain: 'A token lives for about an hour.',
  for: [],
  against: [],
  open: [],
  fix: [],
  mistakenFor: [],
  sources: [],
  ...changes,
});

const codeAsBearer = finding({
  cause: 'code-as-bearer',
  title: 'An authorization code was sent as the bearer token',
  gate: 'credential',
  verdict: 'confirmed',
  explain:
    'The sign-in gives your app an authorization code. That code is only a voucher: the app exchanges it at the token endpoint for an access token, and the API takes nothing but the access token.',
  for: [
    {
      strength: 'strong',
      text: 'The service says InvalidToken, which it says of anything that is no token.',
      facts: ['response.code'],
      rests: ['paste'],
    },
    {
      strength: 'conclusive',
      text: 'The bearer starts like an authorization code of Entra and has no dots of a token.',
      facts: ['credential.kind'],
      rests: ['paste'],
    },
  ],
  against: [
    { strength: 'weak', text: 'No redirect with code= was pasted.', facts: ['sign-in.returned'], rests: ['paste'] },
  ],
  fix: [
    {
      do: 'Exchange the code for an access token. A code works once and lives for ten minutes, so sign in again first.',
      who: 'caller',
      where: 'https://login.microsoftonline.com/<tenant id>/oauth2/v2.0/token',
      command: {
        curl: 'curl -X POST https://login.microsoftonline.com/<tenant id>/oauth2/v2.0/token \\\n  -d grant_type=authorization_code -d client_id=<client id> -d code=<code> -d redirect_uri=<redirect URI> -d scope=https://api.fabric.microsoft.com/.default',
      },
      confirm: 'the answer holds access_token, and it has two dots',
    },
    { do: 'Send that access token behind Bearer.', who: 'caller' },
    {
      do: 'Check that the redirect URI is registered as Web.',
      who: 'app-owner',
      where: 'Entra admin center > App registrations > the app > Authentication',
    },
  ],
  sources: ['https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow'],
});

const known = (value: string | number) =>
  ({ state: 'known', value, origin: { by: 'read', place: { paste: 0, line: 4, what: 'the answer' } } }) as const;

/** A call that stops at its credential for certain, with another cause behind it and one that was ruled out. */
export const confirmedDiagnosis = (): Diagnosis => ({
  version: 1,
  now: '2026-03-01T12:00:00.000Z',
  call: 'GET https://api.fabric.microsoft.com/v1/workspaces -> 401',
  recognised: [
    { what: 'a curl command', place: { paste: 0, line: 1, what: 'curl' } },
    { what: `the bearer ${seal(1)}`, place: { paste: 0, line: 2, what: 'curl' } },
    { what: 'an error answer of Fabric', place: { paste: 0, line: 4, what: 'JSON' } },
  ],
  messages: [
    {
      is: 'request',
      start: 'GET https://api.fabric.microsoft.com/v1/workspaces',
      headers: [{ name: 'Authorization', value: `Bearer ${seal(1)}` }],
      withheld: ['Cookie'],
    },
    {
      is: 'answer',
      start: '401',
      headers: [{ name: 'requestId', value: '8f49a868-987f-4716-80fd-600edd835419' }],
      withheld: [],
      body: '{"errorCode":"InvalidToken"}',
    },
  ],
  conclusion: { is: 'stops-at', gate: 'credential', cause: 'code-as-bearer', verdict: 'confirmed' },
  findings: [
    codeAsBearer,
    finding({
      cause: 'not-in-group',
      title: 'The app is not in the group of the tenant setting',
      gate: 'tenant-setting',
      verdict: 'likely',
      open: ['caller.kind', 'workspace.role'],
    }),
    finding({ cause: 'ruled-out-one', title: 'The network refused it', gate: 'reach', verdict: 'ruled-out' }),
  ],
  gates: gates('credential', ['reach', 'sign-in', 'token-request']),
  facts: {
    'response.code': known('InvalidToken'),
    'response.message': known('Access token is invalid'),
    'response.request-id': known('8f49a868-987f-4716-80fd-600edd835419'),
    'response.status': known(401),
  },
  secrets: [
    {
      id: 1,
      kind: 'authorization-code',
      rivals: ['refresh-token'],
      fields: ['bearer'],
      length: 322,
      integrity: 'whole',
      head: { alg: 'none' },
      claims: { name: 'Ada Lovelace' },
    },
  ],
  notices: [
    { code: 'cut-off', text: 'The answer ends in the middle of a line.', place: { paste: 0, line: 4, what: 'JSON' } },
  ],
});

/** A call that nothing explains yet: three causes are possible and a question would tell them apart. */
export const unexplainedDiagnosis = (): Diagnosis => ({
  ...confirmedDiagnosis(),
  conclusion: { is: 'unexplained' },
  findings: ['one', 'two', 'three', 'four', 'five', 'six'].map((name) =>
    finding({ cause: name, title: `Cause ${name} is behind it`, open: ['workspace.role'] }),
  ),
  gates: gates(undefined, ['reach']),
  question: {
    fact: 'workspace.role',
    question: 'Which role does the caller have in the workspace?',
    why: 'A tenant setting only lets an app in; what it may do is decided by its role.',
    where: 'Fabric portal > the workspace > Manage access (an app is listed by its name).',
    who: 'workspace-admin',
    cost: 'ask-admin',
    answers: [
      { value: 'none', label: 'None: it is not listed' },
      { value: 'viewer', label: 'Viewer' },
      { value: 'contributor', label: 'Contributor' },
    ],
    settles: ['one', 'two'],
  },
});

/** A call with a cause that is likely and not certain. */
export const likelyDiagnosis = (): Diagnosis => ({
  ...unexplainedDiagnosis(),
  conclusion: { is: 'stops-at', gate: 'token', cause: 'made-up', verdict: 'likely' },
  findings: [finding({ verdict: 'likely' })],
});
