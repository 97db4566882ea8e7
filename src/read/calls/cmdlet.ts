import type { Request } from '../../model/incident.ts';
import { type CommandLine, commandLines } from '../syntax/command-line.ts';
import { splitUrl } from '../syntax/url.ts';
import { urlsIn } from '../syntax/urls.ts';
import { onlyOne } from '../text/only-one.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { OPTIONS_FOLLOW } from '../token-request/sign-in-command.ts';
import { isCallUrl } from './api-url.ts';
import { isFixedRoute, methodOfCmdlet, powerBiBase, routeOfCmdlet } from './powerbi-cmdlets.ts';

const NAME = '(?:Get|Add|New|Set|Remove|Restore|Export|Copy)-PowerBI[A-Z]\\w{2,40}';
/**
 * An error record of PowerShell starts with the cmdlet that failed, `Get-PowerBIReport : Operation returned ...`, and names
 * it in its category once more: `[Get-PowerBIReport], HttpOperationException`.
 */
const RECORD = new RegExp(
  `(?:^[ \\t]{0,10}|["'\u0060])(${NAME})[ \\t]{0,4}: |\\[(${NAME})\\], \\w{1,60}Exception`,
  'gim',
);

const CMDLET = new RegExp(`\\b${NAME}`, 'gi');

interface CmdletCall {
  readonly method: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

const callOf = ({ name, words, from, to }: CommandLine): readonly CmdletCall[] => {
  const route = routeOfCmdlet(name, words);
  return route === undefined ? [] : [{ ...route, from, to }];
};

/** A cmdlet that an error record names, with where the record stands. */
const recordsIn = (text: string): readonly CommandLine[] =>
  [...text.matchAll(RECORD)].slice(0, 20).map(({ index, 0: all, 1: first, 2: inCategory = '' }) => {
    return { name: first ?? inCategory, words: '', from: index, to: index + all.length };
  });

/** The calls that may have failed: those of the cmdlets that error records name, if there are any; else all. */
const candidates = (text: string, records: readonly CommandLine[]): readonly CmdletCall[] => {
  const failed = new Set(records.map(({ name }) => name.toLowerCase()));
  const lines = commandLines(text, CMDLET, OPTIONS_FOLLOW)
    // `InvocationInfo : {Get-PowerBIWorkspace}` of an error record says which cmdlet it was, without its parameters.
    .filter(({ words }) => !words.startsWith('}'))
    .filter(({ name }) => failed.size === 0 || failed.has(name.toLowerCase()));
  const seen = new Set(lines.map(({ name }) => name.toLowerCase()));
  const bare = records.filter(({ name }) => isFixedRoute(name) && !seen.has(name.toLowerCase()));
  return [...lines, ...bare].flatMap(callOf);
};

const oneOf = (calls: readonly CmdletCall[]): CmdletCall | undefined =>
  new Set(calls.map(({ method, path }) => `${method} ${path}`)).size === 1 ? calls[0] : undefined;

/** What is known of a call of which the parameters are not shown: its method, and the host. */
const withoutRoute = (text: string, records: readonly CommandLine[]): Partial<Request> | undefined => {
  const name = onlyOne(records.map((record) => record.name.toLowerCase()));
  const method = name === undefined ? undefined : methodOfCmdlet(name);
  return method === undefined ? undefined : { method, operation: { host: splitUrl(powerBiBase(text)).host } };
};

/**
 * Reads the calls that Power BI cmdlets make, from a table of their routes. Only where the text shows no URL of a call,
 * and only where one call remains: of several nobody knows which failed.
 */
export const cmdletReader: Reader = {
  id: 'cmdlet',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (!/-PowerBI/i.test(text) || /Invoke-PowerBIRestMethod/i.test(text)) return [];
    if (urlsIn(text).some(({ url }) => isCallUrl(url))) return [];
    const records = recordsIn(text);
    const call = oneOf(candidates(text, records));
    const known =
      call === undefined
        ? withoutRoute(text, records)
        : { method: call.method, url: `${powerBiBase(text)}${call.path}` };
    const from = call?.from ?? records[0]?.from;
    if (known === undefined || from === undefined) return [];
    const piece: Request = {
      kind: 'request',
      place: placerOf(text, paste)(from, 'Power BI cmdlet'),
      complete: false,
      ...known,
      headers: [],
    };
    return [{ piece, from, to: from }];
  },
};
