/** What stands in front of an id and says what it is, most telling first. */
const BEFORE: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['workspace', /(?:groups|workspaces)\/$|(?:workspace|group|folderobject)[ _-]?id\W{0,5}$/i],
  ['tenant', /(?:tenant|directory|tid|home_?tenant)[ _-]?(?:id)?['"]?\W{0,5}$/i],
  [
    'tenant',
    /(?:login\.(?:microsoftonline|windows|partner\.microsoftonline)\.\w{2,3}|sts\.(?:windows|chinacloudapi)\.\w{2,3}|microsoftonline\.us)\/$/i,
  ],
  ['client', /(?:client|app|application|azp)[ _-]?(?:id)?['"]?\W{0,5}$|application (?:with identifier )?\W{0,3}$/i],
  ['object', /(?:object|principal|user|oid|sub)[ _-]?(?:id)?['"]?\W{0,5}$/i],
  ['capacity', /capacit(?:ies\/|y[ _-]?id\W{0,5})$/i],
  ['dataset', /(?:datasets|semanticmodels)\/$|dataset[ _-]?id\W{0,5}$/i],
  ['report', /reports\/$|report[ _-]?id\W{0,5}$/i],
  [
    'item',
    /(?:items|lakehouses|warehouses|notebooks|dataflows|dashboards|gateways|connections|pipelines|[a-z]{4,30}s)\/$|(?:item|artifact|gateway|dataflow)[ _-]?id\W{0,5}$/i,
  ],
  ['request', /request[ _-]?id\W{0,5}$/i],
  ['activity', /activity[ _-]?id\W{0,5}$/i],
  ['correlation', /correlation[ _-]?id\W{0,5}$/i],
  ['trace', /trace[ _-]?id\W{0,5}$/i],
];

/** Every GUID of a text. */
export const GUIDS = /(?<![0-9A-Za-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9A-Za-z])/gi;
/** Names of tenants that Entra gave. */
export const TENANT_NAMES = /(?<![\w-])[\w-]{1,60}\.onmicrosoft\.com(?![\w-])/gi;

/** Applications, roles and placeholders that are the same for everybody. */
const SAME_FOR_ALL = /^0000[0-9a-f]{4}-0000-0000-(?:c000|0000)-/i;

/** Whether an id says anything of anybody. */
export const isOwnId = (id: string): boolean => !SAME_FOR_ALL.test(id);

const NEAR = 60;

/** What an id is, by the words before it. */
export const kindOfId = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - NEAR), at);
  return BEFORE.find(([, pattern]) => pattern.test(before))?.[0] ?? 'id';
};
