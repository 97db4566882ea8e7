import type { TableEntry } from '../syntax/powershell-value.ts';
import { argumentAt, type Resolved, resolved } from '../syntax/powershell-variables.ts';
import { lineBefore } from '../text/text.ts';

/** A command that makes a call, with its parameters by their full name in lower case. */
export interface PowerShellCommand {
  /** The cmdlet in lower case; `invoke-webrequest` for its aliases. */
  readonly cmdlet: string;
  readonly parameters: ReadonlyMap<string, Resolved>;
  readonly from: number;
  readonly to: number;
  /** Whether the command and all that it takes from elsewhere was seen. */
  readonly whole: boolean;
  /** Whether it goes on where the text does not show it, so that any parameter may stand there. */
  readonly cut: boolean;
}

const NAMES =
  /(?<![\w-])(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|wget|curl|Invoke-PowerBIRestMethod|Invoke-FabricRestMethod|Invoke-FabricAPIRequest)(?=[ \t`])(?![ \t]{0,4}:)/gi;
/** The names that mean nothing else; `curl` and `wget` are cmdlets only with options of one. */
const CMDLET = /Invoke-|\bi(?:rm|wr)\b/i;
const ALIASES: Readonly<Record<string, string>> = {
  irm: 'invoke-restmethod',
  iwr: 'invoke-webrequest',
  wget: 'invoke-webrequest',
  curl: 'invoke-webrequest',
};
/** What only the cmdlet has, so that `curl` is no curl: https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest */
export const CMDLET_OPTIONS =
  /(?:^|\s)-(?:Headers|Uri|Method|Body|ContentType|UseBasicParsing|UseDefaultCredentials|WebSession)(?=[\s:])/i;

const PARAMETERS = [
  ...[
    'uri',
    'url',
    'method',
    'headers',
    'body',
    'contenttype',
    'infile',
    'form',
    'outfile',
    'timeoutsec',
    'websession',
  ],
  ...['credential', 'authentication', 'token', 'certificate', 'certificatethumbprint', 'useragent', 'proxy', 'version'],
  ...[
    'maximumredirection',
    'erroraction',
    'errorvariable',
    'sessionvariable',
    'responseheadersvariable',
    'organization',
  ],
  ...['statuscodevariable', 'maximumretrycount', 'retryintervalsec', 'custommethod', 'sslprotocol', 'outvariable'],
];
const SWITCHES: ReadonlySet<string> = new Set([
  ...['usebasicparsing', 'usedefaultcredentials', 'skipcertificatecheck', 'skiphttperrorcheck', 'passthru', 'verbose'],
  ...['disablekeepalive', 'debug', 'followrellink', 'skipheadervalidation', 'allowunencryptedauthentication', 'resume'],
]);

/** A parameter may be cut to the letters that tell it from the others: `-Head`, `-Meth`. */
const fullName = (written: string): string => {
  const name = written.toLowerCase();
  if (SWITCHES.has(name) || PARAMETERS.includes(name)) return name;
  const like = PARAMETERS.filter((one) => one.startsWith(name));
  return like[0] !== undefined && like.length === 1 ? like[0] : name;
};

const LONGEST = 8000;
const MOST = 100;
const GAP = /^(?:[ \t]|`[ \t]{0,10}\r?\n(?:[ \t]{0,40}>>[ \t]?)?)/;
const OPTION = /^-([A-Za-z]{1,40}):?/;

const skipGaps = (text: string, from: number): number => {
  let at = from;
  while (GAP.test(text.slice(at, at + 70)) && at - from < LONGEST)
    at += GAP.exec(text.slice(at, at + 70))?.[0].length ?? 1;
  return at;
};

/** The entries of a splatted table as parameters. */
const splatted = (
  text: string,
  from: number,
  name: string,
): { readonly entries: readonly TableEntry[]; readonly closed: boolean } => {
  const { value } = resolved(text, from, { value: { is: 'variable', name }, json: false });
  return value.is === 'table' ? value : { entries: [], closed: false };
};

const ENDS = /^(?:$|[\r\n;|)}#&]|[ \t]{0,5}(?:\.{3}|…))/;
/** Where the window ended: nobody knows what the value before it lacks, unless a quote closed it. */
const CUT = /^[ \t]{0,5}(?:\.{3}|…)/;

const isCutAt = (text: string, at: number): boolean => CUT.test(text.slice(at, at + 9));

const isOpenEnd = (text: string, to: number): boolean => isCutAt(text, to) && !/["')]/.test(text[to - 1] ?? '');

/** A word of the sentence that a command stands in: an address was given, and nothing else goes without a name. */
const isSentence = (text: string, at: number, given: ReadonlyMap<string, Resolved>): boolean =>
  (given.has('uri') || given.has('url')) && /^[a-z]{1,20}[,.]?(?=\s|$)/.test(text.slice(at, at + 22));

const commandAt = (text: string, name: string, from: number, shown: boolean): PowerShellCommand => {
  const parameters = new Map<string, Resolved>();
  let at = skipGaps(text, from + name.length);
  let whole = true;
  const set = (key: string, value: Resolved): void => {
    if (!parameters.has(key)) parameters.set(key, value);
  };
  while (!ENDS.test(text.slice(at, at + 9)) && at - from < LONGEST) {
    const splat = /^@([A-Za-z_]\w{0,60})/.exec(text.slice(at, at + 70));
    const option = OPTION.exec(text.slice(at, at + 42))?.[0];
    if (splat !== null) {
      const [, table = ''] = splat;
      const { entries, closed } = splatted(text, from, table);
      for (const entry of entries) set(fullName(entry.name), { value: entry.value, json: false });
      whole = whole && closed;
      at += splat[0].length;
    } else if (option !== undefined && SWITCHES.has(fullName(option.slice(1).replace(':', '')))) {
      set(fullName(option.slice(1).replace(':', '')), { value: { is: 'text', text: 'true' }, json: false });
      at += option.length;
    } else if (option === undefined && isSentence(text, at, parameters)) {
      whole = false;
      break;
    } else {
      const start = skipGaps(text, at + (option?.length ?? 0));
      if (isCutAt(text, start)) {
        at = start;
        break;
      }
      const { to, whole: seen, ...value } = argumentAt(text, start);
      const isCut = shown && (!seen || isOpenEnd(text, to));
      if (!isCut) set(option === undefined ? 'uri' : fullName(option.slice(1).replace(':', '')), value);
      whole = whole && seen && to > start;
      at = Math.max(to, start + 1, at + 1);
    }
    at = skipGaps(text, at);
  }
  const cut = isCutAt(text, at) || /`\s{0,40}(?:>>)?\s{0,5}$/.test(text.slice(Math.max(from, at - 50), at));
  const cmdlet = name.toLowerCase();
  const to = Math.min(at, text.length);
  return { cmdlet: ALIASES[cmdlet] ?? cmdlet, parameters, from, to, whole: whole && !cut, cut };
};

/** An error record repeats the line that failed behind `+`, or `14 |`, cut to the width of the window. */
const RECORD = /^[ \t]{0,10}(?:\+|\d{0,6} {0,3}\|)[ \t]/;

const isShown = (text: string, at: number): boolean => {
  const end = text.indexOf('\n', at);
  return (
    RECORD.test(lineBefore(text, at, 200)) && /(?:\.{3}|…)\s{0,3}$/.test(text.slice(at, end === -1 ? text.length : end))
  );
};

const isCmdlet = (text: string, name: string, at: number): boolean =>
  !/^(?:curl|wget)$/i.test(name) || CMDLET_OPTIONS.test(text.slice(at, at + 400).split('\n')[0] ?? '');

/** The commands of a script that make calls, in order. What error records show, cut off, counts where there is no other. */
export const powerShellCommands = (text: string): readonly PowerShellCommand[] => {
  const found: PowerShellCommand[] = [];
  const shown: PowerShellCommand[] = [];
  if (!CMDLET.test(text) && !CMDLET_OPTIONS.test(text)) return found;
  for (const { index, 1: name = '' } of text.matchAll(NAMES)) {
    if (index < (found.at(-1)?.to ?? 0) || !isCmdlet(text, name, index)) continue;
    const isCut = isShown(text, index);
    (isCut ? shown : found).push(commandAt(text, name, index, isCut));
    if (found.length === MOST) break;
  }
  return found.length > 0 ? found : shown.slice(0, MOST);
};
