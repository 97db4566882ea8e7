import type { Request } from '../model/incident.ts';
import { isCallUrl } from './api-url.ts';
import { type CommandLine, commandLines } from './command-line.ts';
import { placerOf } from './place.ts';
import { isFixedRoute, powerBiBase, routeOfCmdlet } from './powerbi-cmdlets.ts';
import { OPTIONS_FOLLOW } from './sign-in-command.ts';
import type { Found, Reader } from './text.ts';
import { urlsIn } from './urls.ts';

const CMDLET = /\b(?:Get|Add|New|Set|Remove|Restore|Export)-PowerBI[A-Z]\w{2,40}/gi;
/** An error record of PowerShell starts with the cmdlet that failed: `Get-PowerBIReport : Operation returned ...`. */
const RECORD = /^[ \t]{0,10}((?:Get|Add|New|Set|Remove|Restore|Export)-PowerBI[A-Z]\w{2,40})[ \t]{0,4}: /gim;

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

/** The calls that may have failed: those of the cmdlets that error records name, if there are any; else all. */
const candidates = (text: string): readonly CmdletCall[] => {
  const records = [...text.matchAll(RECORD)].slice(0, 20);
  const failed = new Set(records.map(([, name = '']) => name.toLowerCase()));
  const lines = commandLines(text, CMDLET, OPTIONS_FOLLOW)
    // `InvocationInfo : {Get-PowerBIWorkspace}` of an error record says which cmdlet it was, without its parameters.
    .filter(({ words }) => !words.startsWith('}'))
    .filter(({ name }) => failed.size === 0 || failed.has(name.toLowerCase()));
  const seen = new Set(lines.map(({ name }) => name.toLowerCase()));
  const bare = records
    .map(({ index, 0: all, 1: name = '' }) => ({ name, words: '', from: index, to: index + all.length }))
    .filter(({ name }) => isFixedRoute(name) && !seen.has(name.toLowerCase()));
  return [...lines, ...bare].flatMap(callOf);
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
    const calls = candidates(text);
    const [call] = calls;
    const isOne = new Set(calls.map(({ method, path }) => `${method} ${path}`)).size === 1;
    if (call === undefined || !isOne) return [];
    const piece: Request = {
      kind: 'request',
      place: placerOf(text, paste)(call.from, 'Power BI cmdlet'),
      complete: false,
      method: call.method,
      url: `${powerBiBase(text)}${call.path}`,
      headers: [],
    };
    return [{ piece, from: call.from, to: call.from }];
  },
};
