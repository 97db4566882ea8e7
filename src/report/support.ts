import type { FactPath } from '../facts/catalog.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Gate } from '../model/rule.ts';
import type { Block, Cell, Section } from './document.ts';
import { requestIdOf } from './token-request-id.ts';
import { mainFinding } from './verdict.ts';

type Labels = Readonly<Partial<Record<FactPath, string>>>;

/** The ids and times by which Microsoft finds a call in its logs. */
export const LOG_IDS: Labels = {
  'response.request-id': 'Request id',
  'response.activity-id': 'Activity id',
  'entra.trace-id': 'Trace id',
  'entra.correlation-id': 'Correlation id',
  'token.uti': 'Token id (uti)',
  'response.date': 'Time of answer',
  'entra.timestamp': 'Time of sign-in',
};

/** Whom and what the call is about. None of it opens anything; a support engineer asks for all of it. */
const WHEREABOUTS: Labels = {
  'caller.tenant-id': 'Tenant id',
  'caller.app-id': 'App (client) id',
  'caller.object-id': 'Object id',
  'call.workspace-id': 'Workspace id',
  'operation.id': 'Operation',
  'response.status': 'HTTP status',
  'response.code': 'Error code',
  'response.error-info': 'x-powerbi-error-info',
  'entra.code': 'Entra error (AADSTS)',
};

const SERVICE_LOG = 'log of the service that answered';
const SIGN_IN_LOG = 'sign-in log of Entra ID';

const LOG_OF: Labels = {
  'response.request-id': SERVICE_LOG,
  'response.activity-id': `${SERVICE_LOG}; one id for a user action over several services`,
  'entra.trace-id': SIGN_IN_LOG,
  'entra.correlation-id': `${SIGN_IN_LOG}, filter Correlation ID`,
  'token.uti': SIGN_IN_LOG,
  'response.date': 'UTC',
  'entra.timestamp': 'UTC',
};

/** The value of a fact that is known, as text. */
const factText = ({ facts }: Pick<Diagnosis, 'facts'>, path: FactPath): string | undefined => {
  const fact = facts[path];
  return fact?.state === 'known' ? String(fact.value) : undefined;
};

const BEFORE_TOKEN: readonly Gate[] = ['sign-in', 'token-request'];

/** Whether it was Entra ID that refused: no token came, so the API never saw a call. */
const isRefusedByEntra = (diagnosis: Diagnosis): boolean => {
  const by = factText(diagnosis, 'call.refused-by');
  if (by !== undefined) return by === 'entra';
  const gate = mainFinding(diagnosis)?.gate;
  return gate !== undefined && BEFORE_TOKEN.includes(gate) && factText(diagnosis, 'response.status') === undefined;
};

const isRefusedByApi = (diagnosis: Diagnosis): boolean =>
  factText(diagnosis, 'call.refused-by') === 'api' ||
  (['response.status', 'response.code', 'response.error-info', 'call.api'] as const).some(
    (path) => factText(diagnosis, path) !== undefined,
  );

const SIGN_IN_TAB: Readonly<Record<string, string>> = {
  'service-principal': 'Service principal sign-ins',
  'managed-identity': 'Managed identity sign-ins',
  user: 'User sign-ins (interactive, or non-interactive for refresh tokens)',
};

/** Which team of Microsoft a ticket goes to, and which log tells more before that. */
const teamWords = (diagnosis: Diagnosis): readonly [team: string, log: string] => {
  const tab = SIGN_IN_TAB[factText(diagnosis, 'caller.kind') ?? ''];
  const signIns = `Entra admin center > Monitoring & health > Sign-in logs${tab === undefined ? '' : ` > ${tab}`}`;
  if (mainFinding(diagnosis)?.gate === 'reach') {
    return [
      'Your own network team first: what did not arrive is in no log of Microsoft.',
      'Logs of your proxy, firewall and DNS.',
    ];
  }
  if (isRefusedByEntra(diagnosis))
    return ['Microsoft Entra: no token was issued, so the API never saw the call.', signIns];
  if (factText(diagnosis, 'call.api') === 'embedding') {
    return ['Power BI Embedded', 'report.getCorrelationId() in the page, once the report has loaded.'];
  }
  if (!isRefusedByApi(diagnosis)) {
    return ['Not clear yet: Microsoft Entra where no token was issued, else Power BI and Fabric.', signIns];
  }
  const log = 'Support looks up the request id in the log of the service; you cannot see that log yourself.';
  return ['Power BI and Fabric: the API itself refused.', `${log} Which token was issued, and to whom: ${signIns}.`];
};

const idRow = (diagnosis: Diagnosis, path: FactPath, label: string): readonly (readonly Cell[])[] => {
  const value = factText(diagnosis, path);
  if (value === undefined) return [];
  const row = [label, { code: value }, LOG_OF[path] ?? ''];
  const id = path === 'token.uti' ? requestIdOf(value) : undefined;
  return id === undefined ? [row] : [row, ['Sign-in request id', { code: id }, `${SIGN_IN_LOG}, filter Request ID`]];
};

/** The ids and times; where none of them is looked up in a log, there is no column for it. */
const idTable = (rows: readonly (readonly Cell[])[]): readonly Block[] => {
  if (rows.length === 0) return [];
  const isAnyInLog = rows.some(([, , log]) => log !== '');
  return isAnyInLog
    ? [{ is: 'table', head: ['What', 'Value', 'Found in'], rows }]
    : [{ is: 'table', head: ['What', 'Value'], rows: rows.map((row) => row.slice(0, 2)) }];
};

const missingWords = (diagnosis: Diagnosis): readonly string[] => {
  const has = (...paths: readonly FactPath[]): boolean => paths.some((path) => factText(diagnosis, path) !== undefined);
  return [
    ...(has('response.request-id', 'entra.correlation-id', 'entra.trace-id')
      ? []
      : ['the request id (header RequestId or requestId, or in the error body)']),
    ...(has('response.date', 'entra.timestamp') ? [] : ['the time of the call in UTC, to the second (header Date)']),
    ...(has('caller.tenant-id', 'token-request.tenant') ? [] : ['the tenant id']),
  ];
};

/** When a ticket helps, and what it needs: see https://learn.microsoft.com/rest/api/fabric/articles/get-started/fabric-api-troubleshooting */
const WORTH_IT =
  'A ticket is worth it once the steps above are done, an hour has passed, a fresh token was used and the answer is still the same. Never put a token or secret into it.';

/** What a support engineer asks for: the team, the log, ids and times, and what is still to be added. */
export const supportSection = (diagnosis: Diagnosis): Section => {
  const [team, log] = teamWords(diagnosis);
  const missing = missingWords(diagnosis);
  const cause = mainFinding(diagnosis)?.cause;
  const rows = Object.entries({ ...LOG_IDS, ...WHEREABOUTS }).flatMap(([path, label]) =>
    idRow(diagnosis, path as FactPath, label),
  );
  return {
    title: 'For Microsoft support',
    blocks: [
      {
        is: 'rows',
        rows: [
          { label: 'Team', text: team },
          { label: 'Look first at', text: log },
          ...(cause === undefined ? [] : [{ label: 'Cause', text: cause }]),
          ...(missing.length === 0 ? [] : [{ label: 'Please add', text: `${missing.join('; ')}.` }]),
        ],
      },
      ...idTable(rows),
      { is: 'paragraph', text: WORTH_IT },
    ],
  };
};
