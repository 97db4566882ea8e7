import { isGuid } from '../../facts/guid.ts';
import type { JsonObject } from '../../model/secret.ts';
import { fieldOf, findJson, isObject, objectsOf } from '../syntax/json.ts';
import { type TableRow, tableRows } from '../syntax/table-rows.ts';
import { linesOf } from '../text/text.ts';
import type { Grant } from '../token-request/grant.ts';

/** One sign-in as the log of Entra has it: code 0 is a success. */
export interface SignInRow {
  readonly code: number;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  readonly time?: string;
  readonly app?: string;
  readonly resource?: string;
  readonly who?: string;
  readonly requestId?: string;
  readonly correlationId?: string;
  readonly grant?: Grant;
  readonly policies?: 'blocks' | 'passes';
  readonly isGuest?: true;
}

type Cell = (...names: readonly string[]) => string | undefined;

const GRANTS: readonly (readonly [RegExp, Grant])[] = [
  [/managed ?identity/i, 'managed-identity'],
  [/service ?principal/i, 'client-credentials'],
  [/device ?code/i, 'device-code'],
  [/ropc/i, 'password'],
];

/** What signed in, or by which protocol, as far as either fixes the grant. */
const grantIn = (cell: Cell): Grant | undefined => {
  const words = [
    cell('signineventtypes', 'category', 'type'),
    cell('authenticationprotocol'),
    cell('serviceprincipalid') === undefined ? undefined : 'service principal',
  ];
  return GRANTS.find(([pattern]) => words.some((word) => word !== undefined && pattern.test(word)))?.[1];
};

/**
 * Codes that ask for more proof. The log calls a policy failed until it comes, which is an interruption and no block.
 * https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-in-log-activity-details
 */
const INTERRUPTIONS: ReadonlySet<number> = new Set([16000, 50058, 50072, 50074, 50076, 50078, 50079, 50125, 50158]);

const POLICIES: Readonly<Record<string, 'blocks' | 'passes'>> = {
  failure: 'blocks',
  success: 'passes',
  notapplied: 'passes',
};

/** What Conditional Access did with the sign-in. */
const policiesIn = (cell: Cell, code: number): 'blocks' | 'passes' | undefined => {
  const status = cell('conditionalaccessstatus', 'conditionalaccess')?.toLowerCase().replace(/\s/g, '') ?? '';
  const policies = Object.hasOwn(POLICIES, status) ? POLICIES[status] : undefined;
  return policies === 'blocks' && INTERRUPTIONS.has(code) ? undefined : policies;
};

/** Texts of the log have gaps where the error has names, such as `'{identifier}'`: a gap is no name. */
const withoutGaps = (reason: string): string =>
  reason
    .replace(/'?\{[\w ]{1,40}\}'?/g, '')
    .replace(/ {2,10}/g, ' ')
    .trim();

const rowOf = (cell: Cell, from: number, to: number): SignInRow | undefined => {
  const code = cell('signinerrorcode', 'errorcode', 'resulttype');
  if (code === undefined || !/^\d{1,8}$/.test(code)) return undefined;
  const id = (...names: readonly string[]) => names.map((name) => cell(name)).find((value) => isGuid(value ?? ''));
  const details = {
    time: cell('createddatetime', 'dateutc', 'date', 'timegenerated'),
    app: id('appid', 'applicationid'),
    resource: id('resourceid', 'resourceidentity', 'resourceserviceprincipalid'),
    who: cell('userid', 'serviceprincipalid', 'userprincipalname', 'username'),
    requestId: id('requestid', 'originalrequestid', 'id'),
    correlationId: id('correlationid'),
    grant: grantIn(cell),
    policies: policiesIn(cell, Number(code)),
    isGuest: /^guest$/i.test(cell('usertype') ?? '') ? true : undefined,
  };
  return {
    code: Number(code),
    from,
    to,
    reason: withoutGaps(cell('failurereason', 'resultdescription') ?? ''),
    ...(Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as Partial<SignInRow>),
  };
};

const present = (value: string | undefined): string | undefined =>
  value === undefined || /^(?:none|null|)$/i.test(value.trim()) ? undefined : value.trim();

/** The field of a row, also inside of its `status`, `Status` or `properties`; a list counts as its words. */
const cellOf = (object: JsonObject): Cell => {
  const inner = ['status', 'properties'].map((name) => fieldOf(object, name)).filter(isObject);
  const deeper = inner.map((one) => fieldOf(one, 'status')).filter(isObject);
  return (...names) => {
    for (const name of names) {
      for (const one of [...deeper, ...inner, object]) {
        const value = fieldOf(one, name);
        const text = Array.isArray(value) ? value.join(' ') : typeof value === 'object' ? undefined : String(value);
        const found = value === undefined ? undefined : present(text);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
};

/** What only a row of the sign-in log has: of the Graph API, or of Log Analytics. */
const isRow = (object: JsonObject): boolean => {
  const has = (name: string): boolean => fieldOf(object, name) !== undefined;
  const isLogged = has('resultType') && (has('properties') || has('appId') || has('resultDescription'));
  const isSignIn = has('createdDateTime') && has('status') && (has('appId') || has('correlationId'));
  return (isLogged && (has('correlationId') || has('operationName') || has('category'))) || isSignIn;
};

const rowsIn = (object: JsonObject): readonly JsonObject[] => {
  if (isRow(object)) return [object];
  return objectsOf(fieldOf(object, 'value', 'records')).filter(isRow);
};

const rowsInJson = (text: string): readonly SignInRow[] =>
  findJson(text).flatMap(({ value, from, to }) =>
    rowsIn(value).flatMap((object) => rowOf(cellOf(object), from, Math.max(to, from + 1)) ?? []),
  );

const CODE_COLUMN = /(?:^|[",;\t])(?:sign-in error code|resulttype)(?=[",;\t]|$)/i;
const OTHER_COLUMN =
  /(?:^|[",;\t])(?:request id|correlation ?id|failure reason|resultdescription|application id|appid|resource ?id(?:entity)?)\s{0,2}(?=[",;\t]|$)/i;

const rowInTable = ({ cells, from, to, whole }: TableRow): SignInRow | undefined => {
  const last = [...cells.keys()].at(-1);
  const cell: Cell = (...names) =>
    names
      .map((name) => (whole || name !== last ? present(cells.get(name)) : undefined))
      .find((one) => one !== undefined);
  return rowOf(cell, from, to);
};

const rowsInTables = (text: string): readonly SignInRow[] => {
  const lines = linesOf(text);
  const rows: SignInRow[] = [];
  let end = 0;
  for (const line of lines) {
    const short = line.text.slice(0, 4_000);
    if (line.from < end || !CODE_COLUMN.test(short) || !OTHER_COLUMN.test(short)) continue;
    const delimiter = ['\t', ';', ','].find((sign) => line.text.split(sign).length > 3);
    if (delimiter === undefined) continue;
    const below = tableRows(text, line.from, delimiter);
    for (const row of below.flatMap((line) => rowInTable(line) ?? [])) rows.push(row);
    end = below.at(-1)?.to ?? line.to;
  }
  return rows;
};

const MOST_ROWS = 2_000;

/** The rows of the sign-in log that stand in a text: JSON of Graph or Log Analytics, or a table of either portal. */
export const signInRows = (text: string): readonly SignInRow[] =>
  /error ?code|result ?type/i.test(text) ? [...rowsInJson(text), ...rowsInTables(text)].slice(0, MOST_ROWS) : [];
