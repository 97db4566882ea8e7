import type { Support } from '../../src/knowledge/operation-catalog.ts';
import { plainLines, section } from './sections.ts';

/** Which callers an operation takes; `condition` where it takes apps under a condition only. */
export interface Identities {
  readonly user: Support;
  readonly servicePrincipal: Support;
  readonly condition: string;
}

const supportOf = (cell: string): Support => (/^yes$/i.test(cell) ? 'yes' : /^no$/i.test(cell) ? 'no' : 'conditional');

/** Conditions of the source in own words. */
const CONDITIONS: readonly (readonly [RegExp, string])[] = [
  [/item type in the call is supported/i, "depends on item type; see that item type's own endpoint"],
  [/involved in the operation support/i, 'every item involved must support service principals'],
  [/myGitCredentials\.source is ConfiguredConnection/i, 'myGitCredentials.source = ConfiguredConnection'],
  [/source is ConfiguredConnection or None/i, 'source = ConfiguredConnection or None'],
];

/** Reads the table of identities of a Fabric operation. */
export const fabricIdentities = (sections: ReadonlyMap<string, string>): Identities => {
  const rows = plainLines(section(sections, /supported identities/i) ?? '').filter((line) => line.startsWith('|'));
  const cell = (start: RegExp): string | undefined =>
    rows.map((row) => row.split('|').map((part) => part.trim())).find(([, name]) => start.test(name ?? ''))?.[2];
  const user = cell(/^user/i);
  const app = cell(/^service principal/i);
  const condition = CONDITIONS.find(([pattern]) => pattern.test(app ?? ''))?.[1] ?? '';
  return {
    user: user === undefined ? 'unstated' : supportOf(user),
    servicePrincipal: app === undefined ? 'unstated' : supportOf(app),
    condition,
  };
};

/** Power BI says it in prose: where apps are allowed, barred or limited. Users follow from the delegated scopes. */
export const powerBiIdentities = (text: string, hasScopes: boolean): Identities => {
  const only = /can only be called by a service principal|must use service principal for authentication/i.test(text);
  const user: Support = only ? 'no' : hasScopes ? 'yes' : 'unstated';
  if (/service principal authentication isn't supported/i.test(text))
    return { user, servicePrincipal: 'no', condition: '' };
  if (/dataflows with service principal aren't supported/i.test(text))
    return {
      user,
      servicePrincipal: 'conditional',
      condition: 'not for dataflow import; not for files with a protected label',
    };
  if (/service principals aren't supported\b[\s\S]{0,120}(?:RLS|row-level)/i.test(text))
    return { user, servicePrincipal: 'conditional', condition: 'not for datasets with RLS or SSO' };
  const allowed =
    /called by a service principal profile|authenticate using a service principal|using a service principal for authentication|under service prin\w+ authentication|delegated permissions are supported/i;
  return { user, servicePrincipal: only || allowed.test(text) ? 'yes' : 'unstated', condition: '' };
};
