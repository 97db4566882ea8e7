import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';
import { permissionsIn } from './listed-permissions.ts';

const SCOPE = '(?:[A-Za-z]{2,30}(?:\\.[A-Za-z]{2,20}){1,2}|user_impersonation|openid|profile|email|offline_access)';
const IS =
  '(?:\\]|\'s?|["`]| claim| of (?:the|my|our|this) (?:access )?token| value| in (?:the|my|our) (?:access )?token){0,3}\\s?(?:is|was|=|==|:|->|→|shows?|has|contains|holds|says)?(?: only| just| exactly)?:?\\s?["\'`(]{0,2}';

/** `scp: "Dataset.Read.All Report.Read.All"`, `the scp claim is Report.Read.All`: all that the claim is said to hold. */
const CLAIM = new RegExp(`\\bscp\\b${IS}(${SCOPE}(?:(?:, ?| and | ){1,2}["'\`]?${SCOPE}){0,40})`, 'gi');

/** What is wanted, refused or wished for is not what the token has. */
const NOT_SO =
  /\b(?:expected?|expects|supported|accepted|required?|requires|needs?|should|must|want(?:s|ed)?|instead|not|never|no|without|unless|if|whether|would|correct|right|missing|lacks?|docs?|documentation)\b|n't\b/i;
const REFUSED = /^["'`)]{0,2}\s?(?:is (?:not|invalid|wrong|missing)|was (?:not|expected)|is required|\?)/i;

const isSaidOfToken = (text: string, from: number, to: number): boolean => {
  const line = text.lastIndexOf('\n', from) + 1;
  const before = text.slice(Math.max(line, from - 40), from).split(/[.!?;]\s/);
  return !NOT_SO.test(before.at(-1) ?? '') && !REFUSED.test(text.slice(to, to + 20));
};

const OLD_NAME = /\b(view|read and write) all (dataset|report|dashboard|dataflow|workspace|group)s\b/gi;
/** What makes such words a ticked permission. */
const TICKED = /\b(?:permissions?|scopes?)\b|\b(?:ticked|consented)\b/i;
const MOST_LINES = 2_000;

/** The permission of today for its name on the old registration page, where a workspace was a group. */
const renamed = (verb: string, thing: string): string => {
  const name = thing.toLowerCase().replace('group', 'workspace');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}.${/^view/i.test(verb) ? 'Read' : 'ReadWrite'}.All`;
};

const oldNames = (text: string): readonly string[] =>
  text
    .split('\n', MOST_LINES)
    .flatMap((line) => line.slice(0, 600).split(/(?<=[.!?;])\s/))
    .filter((one) => TICKED.test(one) && !NOT_SO.test(one) && !one.includes('?'))
    .flatMap((one) => [...one.matchAll(OLD_NAME)].map(([, verb = '', thing = '']) => renamed(verb, thing)));

/** Permissions by the names that they once had; nothing where the names of today stand beside them. */
const saidByOldNames = (text: string): Facts => {
  const names = /\ball \w{5,9}s\b/i.test(text) && permissionsIn(text).length === 0 ? oldNames(text) : [];
  return names.length === 0 ? {} : { 'said.permissions': [...new Set(names)] };
};

/** The scopes of Power BI that the token is said to have, where its claims are not pasted; nothing where it is said twice. */
export const saidScopes = (text: string): Facts => {
  if (!/\bscp\b/i.test(text)) return saidByOldNames(text);
  const said = [...text.matchAll(CLAIM)]
    .filter(({ 0: whole, index }) => isSaidOfToken(text, index, index + whole.length))
    .map(({ 1: scopes = '' }) => permissionsIn(scopes).join(' '));
  const one = onlyOne(said);
  return one === undefined || one === '' ? {} : { 'said.permissions': one.split(' ') };
};
