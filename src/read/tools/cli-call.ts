import type { Request } from '../../model/incident.ts';
import { isCallUrl } from '../calls/api-url.ts';
import { commandLines } from '../syntax/command-line.ts';
import { shellWords } from '../syntax/shell-words.ts';
import { maskVariables, splitUrl } from '../syntax/url.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

const FAB = /\bfab(?:\.exe)?[ \t]{1,5}api(?=[ \t])/g;
const AZ = /(?<![\w-])az(?:\.cmd)?[ \t]{1,5}rest(?=[ \t])/g;
/** Both commands go on with an option or with a path of the API, not with a sentence. */
const OPTION = /^[ \t]{1,10}(?:[`\\^]\r?\n[ \t]{0,40})?-{1,2}[A-Za-z]/;
const OPTION_OR_PATH =
  /^[ \t]{1,10}(?:-{1,2}[A-Za-z]|["']?(?:https:\/\/|\/?(?:v1\/|workspaces|capacities|connections|gateways|deploymentPipelines|domains|operations|items|admin|groups|datasets|reports|dashboards|apps|imports|pipelines|subscriptions)(?:["'/?\s]|$)))/;

/** Where the paths of `fab api` start, by its option `-A`: https://microsoft.github.io/fabric-cli/commands/api/ */
const AUDIENCES: Readonly<Record<string, string>> = {
  fabric: 'https://api.fabric.microsoft.com/v1/',
  powerbi: 'https://api.powerbi.com/v1.0/myorg/',
  storage: 'https://onelake.dfs.fabric.microsoft.com/',
  azure: 'https://management.azure.com/',
};
const FAB_OPTIONS: Readonly<Record<string, string>> = {
  '-X': 'method',
  '--method': 'method',
  '-A': 'audience',
  '--audience': 'audience',
  '-H': 'skip',
  '--headers': 'skip',
  '-i': 'body',
  '--input': 'body',
  '-P': 'skip',
  '--params': 'skip',
  '-q': 'skip',
  '--query': 'skip',
};
const AZ_OPTIONS: Readonly<Record<string, string>> = {
  '--method': 'method',
  '-m': 'method',
  '--url': 'url',
  '--uri': 'url',
  '-u': 'url',
  '--resource': 'resource',
  '--headers': 'headers',
  '--body': 'body',
  '-b': 'body',
};

type Options = ReadonlyMap<string, string>;

/** The values of a command's options by what they mean; a word of its own is its `url`. */
const optionsIn = (words: readonly string[], meaning: Readonly<Record<string, string>>): Options => {
  const found = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const [name = '', glued] = (words[at] ?? '').startsWith('--') ? (words[at] ?? '').split(/=(.*)/s) : [words[at]];
    const means = meaning[name];
    if (means !== undefined) {
      found.set(means, glued ?? words[at + 1] ?? '');
      if (glued === undefined) at += 1;
    } else if (!name.startsWith('-') && !found.has('url')) found.set('url', name);
  }
  return found;
};

type Parts = Pick<Request, 'method' | 'url' | 'authorization' | 'body'>;

const commonParts = (options: Options, url: string): Parts => {
  const body = options.get('body');
  return {
    method: (options.get('method') ?? 'GET').toUpperCase(),
    url: maskVariables(url),
    ...(body === undefined || body.startsWith('@') || !body.startsWith('{') ? {} : { body }),
  };
};

const fabParts = (words: readonly string[]): Parts | undefined => {
  const options = optionsIn(words, FAB_OPTIONS);
  const path = options.get('url');
  const base = AUDIENCES[(options.get('audience') ?? 'fabric').toLowerCase()];
  if (path === undefined || base === undefined) return undefined;
  return commonParts(options, path.includes('://') ? path : `${base}${path.replace(/^\//, '')}`);
};

/** The hosts of Power BI and Fabric are none of those that `az rest` gets a token for by itself. */
const NO_TOKEN = /^api\.(?:fabric|powerbi)\./;

/** https://learn.microsoft.com/cli/azure/reference-index#az-rest: without `--resource` these hosts get no token. */
const azParts = (words: readonly string[]): Parts | undefined => {
  const options = optionsIn(words, AZ_OPTIONS);
  const url = options.get('url');
  if (url === undefined || !isCallUrl(url)) return undefined;
  const hasToken = options.has('resource') || options.has('headers') || !NO_TOKEN.test(splitUrl(url).host);
  return { ...commonParts(options, url), ...(hasToken ? {} : { authorization: 'missing' as const }) };
};

/** Where the path of `fab api` ends in its words, so that nobody reads it as a route once more; 0 where it holds variables. */
const pathEnd = (words: string, url: string): number => {
  const path = url.replace(/^https:\/\/[^/]{1,100}\/(?:v1\.0\/myorg\/|v1\/)?/, '');
  const at = path === '' || words.includes('://') ? -1 : words.indexOf(path);
  return at === -1 ? 0 : at + path.length;
};

/** Reads calls of command-line tools that get the token by themselves: `fab api` and `az rest`. */
export const cliCallReader: Reader = {
  id: 'cli-call',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const read = (pattern: RegExp, goesOn: RegExp, what: string, partsOf: typeof fabParts): readonly Found[] =>
      commandLines(text, pattern, goesOn).flatMap(({ words, from, name }): readonly Found[] => {
        const parts = partsOf(shellWords(words, 0).words);
        if (parts === undefined) return [];
        const piece: Request = { kind: 'request', place: place(from, what), complete: false, headers: [], ...parts };
        return [{ piece, from, to: from + name.length + pathEnd(words, parts.url ?? '') }];
      });
    return [...read(FAB, OPTION_OR_PATH, 'fab api', fabParts), ...read(AZ, OPTION, 'az rest', azParts)].sort(
      (a, b) => a.from - b.from,
    );
  },
};
