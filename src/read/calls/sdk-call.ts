import type { Request } from '../../model/incident.ts';
import { urlsIn } from '../syntax/urls.ts';
import { placerOf } from '../text/place.ts';
import { type Found, lineBefore, type Reader } from '../text/text.ts';
import { isCallUrl } from './api-url.ts';
import { profileHeaderIn } from './profile-header.ts';
import { refusedMethod } from './sdk-method.ts';
import { notedToFail } from './sdk-outcome.ts';

/** The groups of operations of the .NET SDK: https://github.com/microsoft/PowerBI-CSharp (sdk/PowerBI.Api/Source). */
const GROUPS = [
  ...['Admin', 'Apps', 'AvailableFeatures', 'Capacities', 'Dashboards', 'DataflowStorageAccounts', 'Dataflows'],
  ...['Datasets', 'EmbedToken', 'Gateways', 'Groups', 'Imports', 'InformationProtection', 'Pipelines', 'Profiles'],
  ...['Reports', 'TemplateApps', 'Tiles', 'Users', 'WidelySharedArtifacts', 'WorkspaceInfo'],
].join('|');

/** How its methods begin; a list that is named like a group has others, such as `FirstOrDefault` and `AddRange`. */
const VERBS = [
  ...['Get(?!Type|Enumerator|HashCode|Value)', 'Add(?!Range)', 'Update', 'Delete', 'Post', 'Put', 'Patch', 'Create'],
  ...['Generate', 'Export', 'Assign', 'Unassign', 'Refresh', 'Bind', 'Rebind', 'Clone', 'Cancel', 'Set', 'Execute'],
  ...['Discover', 'Trigger', 'Take', 'Capacity', 'Deploy', 'Selective', 'Restore', 'Links', 'Published', 'Rotate'],
  'RemoveLabels',
].join('|');

/** `client.Reports.GetReportsInGroupAsync(`, and without the client where people show one call alone. */
const IN_CODE = new RegExp(
  `(?:\\.|(?<=(?:^|\\n)[ \\t]{0,40}))(?<group>${GROUPS})\\s{0,60}\\.(?<method>(?:${VERBS})(?!Async)[A-Z][A-Za-z]{2,80})(?=[\\s(\`'",;:)])`,
  'g',
);
/** `Microsoft.PowerBI.Api.ReportsOperationsExtensions.<GetReportsAsync>d__15.MoveNext()`, `...Operations.GetReportsWithHttpMessagesAsync(`. */
const IN_FRAME = new RegExp(
  `\\bMicrosoft\\.PowerBI\\.Api\\.(?:V2\\.)?(?<group>${GROUPS})(?:Operations)?(?:Extensions)?[.+](?:<(?<async>[A-Za-z]{4,90})>d__\\d{1,4}|(?<method>[A-Za-z]{4,90})(?=[\\s(]))`,
  'g',
);

/** More than this is a log; the first ones stand for all. */
const MOST = 1000;

/** What the text must show for `client.Reports.GetReports()` to be a call of this SDK and no other. */
const SDK =
  /PowerBI_?Client\b|\bPowerBI\.Api\b|\bpbi_?client\b|HttpOperationException|Operation returned an invalid st/i;
/** The first SDK called the service that was closed in 2018, by other paths. */
const CLOSED_SERVICE = /workspaceCollection|PowerBI\.Api\.V1\b/i;
/** A report in the browser fails with a status of its own; the code of the server beside it did its work. */
const IN_BROWSER = /\bpowerbi\.embed\(|\bmodels\.TokenType\b|LoadReportFailed|\bpowerbi-client\b/i;
const THREW = /HttpOperationException|Operation returned an invalid st/i;

/** Methods of which the SDK has one that takes the workspace first, and calls the operation `...InGroup` with it. */
const OVERLOADED = /^(?:Reports|Datasets|Dashboards|Tiles|Imports)_|^Dataflows_(?:GetDataflowsAsAdmin|GetUpstream)/;
const WORKSPACE = /group|workspace/i;
/** What stands first where no workspace does. */
const OTHER = /report|dataset|dashboard|tile|import|model|request|filter|\btop\b|cancel/i;

/** Methods for one thing, whose id is their only argument where no workspace stands before it. */
const OF_ONE =
  /_(?:(?:Get|Delete|Refresh|Export|TakeOver)(?:Report|Dataset|Dashboard|Import)|Get(?:Tables|Datasources|Parameters|RefreshSchedule|Pages|Tiles))$/;

/** A place where a method of the SDK is named; `operation` is undefined where its arguments leave it open. */
interface Sighting {
  readonly name: string;
  readonly operation: string | undefined;
  readonly from: number;
  /** The request itself is made here, so that nothing is left open. */
  readonly exact: boolean;
}

/** The first argument of a call, and whether it is the only one. */
interface Argument {
  readonly text: string;
  readonly isOnly: boolean;
}

/** The arguments behind a method, up to the end of the first; of a method of an extension class, of the second. */
const firstArgument = (text: string, at: number): Argument | undefined => {
  const [, first, end] =
    /^\s{0,60}\((?:\s{0,60}\w{1,40} operations(?=[,)]),?)?((?:[^(),;]|\([^();]{0,80}\)){0,120})([,)])/.exec(
      text.slice(at, at + 400),
    ) ?? [];
  return first === undefined ? undefined : { text: first, isOnly: end === ')' };
};

const withWorkspace = (name: string): string =>
  name.endsWith('AsAdmin') ? name.replace(/AsAdmin$/, 'InGroupAsAdmin') : `${name}InGroup`;

const operationOf = (name: string, argument: Argument | undefined): string | undefined => {
  if (!OVERLOADED.test(name) || name.includes('InGroup')) return name;
  if (argument === undefined) return undefined;
  const { text, isOnly } = argument;
  const ofWorkspace = WORKSPACE.test(text);
  if (ofWorkspace === OTHER.test(text)) return text.trim() === '' || (isOnly && OF_ONE.test(name)) ? name : undefined;
  return ofWorkspace ? withWorkspace(name) : name;
};

const sightingsOf = (text: string, pattern: RegExp): readonly Sighting[] =>
  [...text.matchAll(pattern)].slice(0, MOST).map((match) => {
    const { group = '', method, async } = match.groups ?? {};
    const written = method ?? async ?? '';
    const exact = written.endsWith('WithHttpMessagesAsync');
    const short = written
      .replace(/^PostImport(?:With)?File(?:WithHttpMessage)?/, 'PostImport')
      .replace(/(?:WithHttpMessages)?Async(?=$|InGroup$)/, '');
    const full = `${group}_${short}`;
    const operation = exact ? full : operationOf(full, firstArgument(text, match.index + match[0].length));
    return { name: full.replace('InGroup', ''), operation, from: match.index, exact };
  });

/** A comment, or a frame of code that is not the SDK's: both call nothing. */
const isAside = (text: string, { from }: Sighting): boolean =>
  /^\s{0,40}at |(?:^|[^:])\/\//.test(lineBefore(text, from, 200));

const inCode = (text: string): readonly Sighting[] => {
  const isOfSdk = SDK.test(text) && (THREW.test(text) || !IN_BROWSER.test(text));
  if (!isOfSdk) return [];
  return notedToFail(
    text,
    sightingsOf(text, IN_CODE).filter((sighting) => !isAside(text, sighting)),
  );
};

/** The sightings that tell which call failed: those of the stack where it shows any; the code fills what it leaves open. */
const candidates = (text: string): readonly Sighting[] => {
  const frames = sightingsOf(text, IN_FRAME);
  const made = frames.filter(({ exact }) => exact);
  if (made.length > 0) return made;
  const code = inCode(text);
  return frames.length === 0
    ? code
    : [...frames, ...code.filter(({ name }) => frames.some((one) => one.name === name))];
};

/** `"GenerateToken" fails`, `GetReportsInGroupAsync() throws`: the method that the person says fails. */
const SAID_TO_FAIL =
  /\b((?:Get|Generate|Add|Update|Delete|Create|Refresh|Export|Clone|Rebind|Take|Bind|Set)[A-Z][A-Za-z]{2,60}?)(?:Async)?(?:\(\))?["'`”’]?(?: (?:call|method|request))? (?:(?:always|still|then) )?(?:fails|throws|returns|is failing|is refused|gives (?:me )?(?:an? )?(?:40|error|forbidden|unauthori))/g;

/** Those that the person says fail, where one is named; all where none is. */
const saidToFail = (text: string, seen: readonly Sighting[]): readonly Sighting[] => {
  const said = [...text.matchAll(SAID_TO_FAIL)].map(([, method = '']) => `_${method.replace('InGroup', '')}`);
  return said.length === 0 ? seen : seen.filter(({ name }) => said.some((method) => name.endsWith(method)));
};

/** A method that stands alone, without its group. */
const bareMethod = (text: string): readonly Sighting[] => {
  const method = refusedMethod(text);
  return method === undefined ? [] : [{ ...method, operation: method.name, exact: false }];
};

/** The SDK's hosts by cloud, as its client is made with: `new Uri("https://api.powerbigov.us")`. */
const HOST = /https:\/\/(api\.(?:powerbi\.(?:com|cn|de)|(?:high\.|mil\.)?powerbigov\.us))(?![\w.-])/i;

/** The portal in the place of the API, as the client is given it. */
const PORTAL =
  /(?:\bUri\(|ur[il]["']?[ \t]{0,5}[:=])[ \t]{0,5}["']https:\/\/(app\.(?:powerbi|fabric\.microsoft)\.com)\/?["']/i;

/**
 * Reads the call that the .NET SDK of Power BI makes, from the name of its method in a stack trace or in code; the
 * knowledge of operations gives its route. Only where the text shows no URL of a call, and only where one call remains.
 */
export const sdkCallReader: Reader = {
  id: 'sdk-call',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (urlsIn(text).some(({ url }) => isCallUrl(url)) || CLOSED_SERVICE.test(text)) return [];
    const sightings = candidates(text);
    const seen = sightings.length > 0 ? saidToFail(text, sightings) : bareMethod(text);
    const first = seen.find(({ operation }) => operation !== undefined);
    if (first?.operation === undefined) return [];
    const ids = new Set(seen.flatMap(({ operation }) => operation ?? []));
    if (ids.size > 1 || new Set(seen.map(({ name }) => name)).size > 1) return [];
    const host = (HOST.exec(text) ?? PORTAL.exec(text))?.[1]?.toLowerCase();
    const piece: Request = {
      kind: 'request',
      place: placerOf(text, paste)(first.from, 'call of the Power BI SDK'),
      complete: false,
      operation: { id: first.operation, ...(host === undefined ? {} : { host }) },
      headers: profileHeaderIn(text),
    };
    return [{ piece, from: first.from, to: first.from }];
  },
};
