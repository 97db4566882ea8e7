import type { FactPath } from '../facts/catalog.ts';
import type { Diagnosis, Message } from '../model/diagnosis.ts';
import type { Gate } from '../model/rule.ts';
import { ownHost } from '../recipe/known.ts';

/** One line of a request: as it was sent, and as it would be right. Undefined: there is none on that side. */
export interface RequestRow {
  readonly sent?: string;
  readonly right?: string;
}

/** A request that was sent beside the same one done right; the rows that differ are what was wrong. */
export interface RequestComparison {
  readonly title: 'The token request' | 'The call';
  readonly rows: readonly RequestRow[];
}

type Look = (path: FactPath) => string | undefined;

const lookIn =
  ({ facts }: Diagnosis): Look =>
  (path) => {
    const fact = facts[path];
    return fact?.state === 'known' ? [fact.value].flat().join(' ') : undefined;
  };

/** Only where the request is at fault: a call that stops at a role or a setting was sent well. */
const AT_REQUEST: ReadonlySet<Gate> = new Set(['token-request', 'credential', 'audience']);

const OPENID = /^(?:openid|profile|email|offline_access)$/;

/** Forms of a scope whose named permissions lack nothing but the API in front. */
const rightScope = (scope: string, look: Look): string | undefined => {
  const wanted = look('call.scope');
  if (wanted === undefined) return undefined;
  if (look('token-request.grant') === 'client-credentials') return wanted;
  const scopes = scope.split(/[\s+]+/);
  const own = scopes.filter((each) => !OPENID.test(each));
  const isBare = look('token-request.scope-form') === 'no-resource';
  const right = isBare ? own.map((each) => wanted.replace(/\.default$/, each)) : [wanted];
  return [...right, ...scopes.filter((each) => OPENID.test(each))].join(' ');
};

const WRONG_FORMS = new Set([
  'bare-default',
  'no-resource',
  'several-resources',
  'percent-encoded',
  'default-and-named',
]);

const isWrongScope = (look: Look, gate: Gate): boolean => {
  const form = look('token-request.scope-form') ?? '';
  const isNamedByApp = form === 'named' && look('token-request.grant') === 'client-credentials';
  return gate === 'audience' || isNamedByApp || WRONG_FORMS.has(form);
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const fieldRow = (line: string, look: Look, gate: Gate): RequestRow => {
  const [name = '', ...rest] = line.replace(/^&/, '').split('=');
  const value = decoded(rest.join('='));
  const sent = `${name}=${value}`;
  const isV2 = look('token-request.endpoint') === 'v2';
  if (name === 'resource' && isV2) return { sent };
  if (name === 'resource' && gate === 'audience') {
    const wanted = look('call.scope')?.replace(/\/\.default$/, '');
    return { sent, right: wanted === undefined ? sent : `resource=${wanted}` };
  }
  if (name !== 'scope' || !isV2 || !isWrongScope(look, gate)) return { sent, right: sent };
  const right = rightScope(value, look);
  return { sent, right: right === undefined ? sent : `scope=${right}` };
};

const isOwn = (tenant: string | undefined): boolean =>
  tenant === 'common' || tenant === 'organizations' || tenant === 'consumers';

/** An app has no home: it must name the tenant. */
const startRow = ({ start }: Message, look: Look): RequestRow => {
  const named = look('token-request.tenant-kind');
  if (look('token-request.grant') !== 'client-credentials' || !isOwn(named)) return { sent: start, right: start };
  return { sent: start, right: start.replace(`/${named}/`, '/<tenant id>/') };
};

const FORM = 'application/x-www-form-urlencoded';

const contentRow = ({ headers }: Message, look: Look): readonly RequestRow[] => {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  if (look('token-request.body-format') !== 'json') return [];
  return [{ ...(type !== undefined && { sent: `Content-Type: ${type}` }), right: `Content-Type: ${FORM}` }];
};

const tokenRows = (message: Message, look: Look, gate: Gate): readonly RequestRow[] => {
  const isJson = look('token-request.body-format') === 'json';
  const body = message.body ?? '';
  const fields = isJson
    ? [{ sent: body, right: 'name=value&name=value, the same names and values' }]
    : body
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => fieldRow(line, look, gate));
  return [startRow(message, look), ...contentRow(message, look), ...fields, ...addedScope(fields, look)];
};

/** The scope that the v2 endpoint needs and nobody sent, or sent as `resource`. */
const addedScope = (fields: readonly RequestRow[], look: Look): readonly RequestRow[] => {
  const has = (name: string): boolean => fields.some(({ sent }) => sent?.startsWith(`${name}=`));
  const isLacking = !has('scope') && (has('resource') || look('token-request.scope-form') === 'empty');
  const right = look('token-request.endpoint') === 'v2' && isLacking ? look('call.scope') : undefined;
  return right === undefined ? [] : [{ right: `scope=${right}` }];
};

const bearerFor = (look: Look, gate: Gate): string => {
  const scope = look('call.scope');
  return gate === 'audience' && scope !== undefined
    ? `Authorization: Bearer <access_token asked for with scope=${scope}>`
    : 'Authorization: Bearer <access_token of the answer to the token request>';
};

/** In a national cloud the same API has another address. */
const rightStart = ({ start }: Message, look: Look, host: string | undefined): string =>
  host === undefined ? start : start.replace(`//${look('request.host')}/`, `//${host}/`);

const callRows = (message: Message, look: Look, gate: Gate, host: string | undefined): readonly RequestRow[] => {
  if (gate !== 'credential' && gate !== 'audience') return [];
  const sent = message.headers.find(({ name }) => name.toLowerCase() === 'authorization');
  const isMissing = look('request.authorization') === 'missing';
  if (sent === undefined && !isMissing) return [];
  return [
    { sent: message.start, right: rightStart(message, look, host) },
    { ...(sent !== undefined && { sent: `${sent.name}: ${sent.value}` }), right: bearerFor(look, gate) },
  ];
};

const differs = ({ sent, right }: RequestRow): boolean => sent !== right;

/** The request at which the call stops, as it was sent and done right; nothing where the request is not at fault. */
export const requestComparisons = (diagnosis: Diagnosis): readonly RequestComparison[] => {
  const { conclusion, messages } = diagnosis;
  if (conclusion.is !== 'stops-at' || !AT_REQUEST.has(conclusion.gate)) return [];
  const look = lookIn(diagnosis);
  const { gate } = conclusion;
  const token = messages.find(({ is }) => is === 'token-request');
  const asked = token === undefined ? [] : tokenRows(token, look, gate);
  if (asked.some(differs)) return [{ title: 'The token request', rows: asked }];
  const call = messages.find(({ is }) => is === 'request');
  const called = call === undefined ? [] : callRows(call, look, gate, ownHost(diagnosis));
  return called.some(differs) ? [{ title: 'The call', rows: called }] : [];
};

/** The same as lines, with a minus before what was sent and a plus before what is right. */
export const unifiedRows = ({ rows }: RequestComparison): string =>
  rows
    .flatMap(({ sent, right }) =>
      sent === right
        ? [`  ${sent ?? ''}`]
        : [...(sent === undefined ? [] : [`- ${sent}`]), ...(right === undefined ? [] : [`+ ${right}`])],
    )
    .join('\n');
