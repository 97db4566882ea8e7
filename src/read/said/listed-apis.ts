import type { Facts } from '../../facts/evidence.ts';
import { GUID } from '../../facts/guid.ts';

/** Microsoft Graph, and the API that it took the place of. */
const GRAPH = /^0000000[23]-0000-0000-c000-000000000000$/;

/**
 * The table of the APIs under the permissions of an app: `az ad app permission list -o table`, and Get-AzADAppPermission.
 * https://learn.microsoft.com/powershell/module/az.resources/get-azadapppermission
 */
const TABLE = new RegExp(
  `^[ \\t]{0,10}(?:ResourceAppId|ApiId)\\b[^\\n]{0,200}\\n[ \\t]{0,10}-{3,80}[- \\t\\r]{0,200}\\n((?:[ \\t]{0,10}${GUID}\\b[^\\n]{0,200}(?:\\n|$)){1,40})[ \\t]{0,20}(\\S{0,4})`,
  'gim',
);
/** The same as JSON, from bracket to bracket. */
const JSON_LIST =
  /\bad app permission list\b[^\n]{0,300}\n\s{0,20}\[([^[\]]{0,300}(?:\[[^[\]]{0,4000}\][^[\]]{0,300}){1,20})\](\s{0,1})/gi;
const ROW = new RegExp(`^[ \\t]{0,10}(${GUID})|"resourceAppId"\\s{0,5}:\\s{0,5}"(${GUID})"`, 'gim');

/** Where only some rows were asked for, the list of another app is shown, or one from another time. */
const NOT_ALL =
  /\|\s{0,5}(?:grep|findstr|select|where|head|jq|\?)|--query\b|\[\?|\b(?:other|another|working|different|old|previous|before|was|example|sample|docs?|after)\b/i;

/**
 * That an app lists Microsoft Graph alone, so that no other API stands under its permissions. Nothing is said of a
 * sign-in for Graph itself.
 */
export const listedApis = (text: string): Facts => {
  if (!/ResourceAppId|ApiId/i.test(text) || /https:\/\/graph\.microsoft\.com/i.test(text)) return {};
  const [list, ...others] = [...text.matchAll(TABLE), ...text.matchAll(JSON_LIST)];
  if (list === undefined || others.length > 0 || /^(?:\.{3}|…)/.test(list[2] ?? '')) return {};
  const above =
    text
      .slice(Math.max(0, list.index - 300), list.index)
      .split(/\n[ \t\r]{0,20}\n/)
      .at(-1) ?? '';
  const command = list[0].split('\n', 1)[0] ?? '';
  if (NOT_ALL.test(above) || NOT_ALL.test(command)) return {};
  const ids = [...(list[1] ?? '').matchAll(ROW)].map((row) => row[1] ?? row[2] ?? '');
  return ids.length > 0 && ids.every((id) => GRAPH.test(id)) ? { 'app.lists-permission': 'no' } : {};
};
