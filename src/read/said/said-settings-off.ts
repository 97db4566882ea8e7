import type { Facts } from '../../facts/evidence.ts';

/** Names of tenant settings, new and old, as the part of them that people write; by the fact that tells of each. */
const NAMES: Readonly<Record<string, string>> = {
  embed: 'embed content in apps|embedding',
  'execute-queries': '(?:dataset |semantic model )?execute[ -]?queries(?: rest)?(?: api)?',
  export:
    'export reports as (?:powerpoint|image|word|mhtml|xml|csv)[a-z ,]{0,40}|export to (?:excel|pdf|powerpoint|pptx|csv)|download reports|export data',
  'fabric-items': 'users can create fabric items|create fabric items|fabric for (?:your|our|the) organi[sz]ation',
  'admin-metadata': 'enhance admin apis? responses? with (?:detailed metadata|dax and mashup expressions)',
  'sp-profiles': 'service principals? to create and use profiles',
  'sp-create': 'service principals? can create workspaces',
  'sp-admin-read': 'service principals? (?:can access|to use) read-only admin apis',
  'sp-public-apis':
    'service principals? (?:can (?:use|call) (?:fabric|power ?bi)(?: public)? apis?|to use power ?bi apis?)',
  datamarts: 'create datamarts(?: \\(preview\\))?|datamart creation',
  guests: 'guest users can (?:access microsoft fabric|browse and access)[a-z ]{0,20}',
};
const OFF =
  '(?:off|disabled|deactivated|turned off|switched off|unticked|inactive|not (?:enabled|on|active|activated))';

/** Without one of these words nothing is said to be off, and no pattern of a setting need be made. */
const SAYS_OFF = new RegExp(OFF);

const pattern = (names: string): RegExp =>
  new RegExp(
    `(?:${names})["'”’]?(?: tenant)?(?: setting| switch| feature)?(?: [a-z]{1,12}){0,3}? ?(?:is|are|was|were|has been|had been|set to|[:=(])? ?${OFF}\\b|\\b(?:disabled|turned off|switched off|deactivated) (?:the )?["'“‘]?(?:${names})`,
  );

const OF_SETTINGS = Object.entries(NAMES).map(([setting, names]) => [setting, pattern(names)] as const);

/**
 * Tenant settings that the text says are off: the words of a person, or of an answer that names the setting. No setting
 * itself follows from that; what is off for one tool or group may be on for the caller. `text` is plain and in lower case.
 */
export const saidSettingsOff = (text: string): Facts => {
  if (!SAYS_OFF.test(text)) return {};
  const off = OF_SETTINGS.filter(([, words]) => words.test(text)).map(([name]) => name);
  return off.length === 0 ? {} : { 'said.settings-off': off };
};
