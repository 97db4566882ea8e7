import { GUID } from '../../facts/guid.ts';
import { type CommandLine, commandLines, MAY_HOLD_MORE } from '../syntax/command-line.ts';
import type { Grant } from './grant.ts';
import type { SettingAt } from './setting-at.ts';

/** A cmdlet goes on with a parameter or ends. */
export const OPTIONS_FOLLOW = /^[ \t]{0,10}(?:[`\\^]?\r?\n[ \t]{0,40})?(?:-{1,2}[A-Za-z]|@\w|[|;#)"'}]|$)/;

/** Also typed at the prompt of the tool itself, `fab:/$ auth login`. */
const FAB = /\bfab(?:\.exe)?(?::[^\s$>]{0,60}[$>])?[ \t]{1,5}auth[ \t]{1,5}login(?![\w-])/g;
/** With an id and a proof behind it, which nobody writes out in a sentence but who typed it. */
const FAB_WITH_VALUES = new RegExp(
  `${FAB.source}(?=[^\\n]{0,300}[ \\t](?:-u|--username)[ =]["']?(?:${GUID}|\\$))[^\\n\`]{1,400}`,
  'gi',
);
/** What stands before a command that is advice, a plan or a question. */
const ADVISED =
  /\b(?:please|should|try|need|needs|must|how|can|could|would|docs?|documentation|example|e\.g\.|instead|if|not|never|say|says|to run|to use|works?)\b|n't\b/i;
const POWERBI = /\b(?:Connect|Login)-PowerBI(?:ServiceAccount)?(?![\w-])/gi;

/** Of the Azure CLI, also as build agents log what they run: `[command]/usr/bin/az login`. */
const AZURE = /(?:\[command\][^\s\]]{0,200}[\\/])?\baz(?:\.cmd)?[ \t]{1,5}login(?![\w-])/g;
/** Options, or what somebody wrote behind it in brackets. */
const REMARK_FOLLOWS = new RegExp(`${OPTIONS_FOLLOW.source}|^[ \\t]{1,10}\\(`);
/** What the Power BI cmdlet signs in with. */
const PROOF = /-(?:Credential|ApplicationId|CertificateThumbprint)\b/i;

/** A cmdlet in brackets or backticks within a sentence is only mentioned; `$x = (` goes on with a command. */
const isMentioned = (text: string, { words, from }: CommandLine): boolean => {
  if (PROOF.test(words)) return false;
  const lead = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const isInBrackets = /[(`]\s{0,5}$/.test(lead) && !/[=|;{]\s{0,5}\(\s{0,5}$/.test(lead);
  return isInBrackets && (/\w/.test(lead) || /[)`][^\n]{0,40}\w/.test(words));
};

/** What fabric-cicd says of the token it works with: https://github.com/microsoft/fabric-cicd */
const EXECUTING_AS = /\bExecuting as Application Id '([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})'/gi;

/** Without a word more a person signs in, and only behind a prompt has it been typed: messages say it alone on a line. */
const azureGrant = (words: string, isTyped: boolean): Grant | undefined => {
  if (/(?:^|\s)--service-principal\b/.test(words)) return 'client-credentials';
  if (/(?:^|\s)(?:--identity|-i)(?:\s|$)/.test(words)) return 'managed-identity';
  const isOther =
    MAY_HOLD_MORE.test(words) || /(?:^|\s)(?:-u|--username|-p|--password|--use-device-code)\b/.test(words);
  return isTyped && !isOther ? 'interactive' : undefined;
};

const fabGrant = (words: string): Grant | undefined => {
  if (/(?:^|\s)(?:-I|--identity)\b/.test(words)) return 'managed-identity';
  const hasApp = /(?:^|\s)(?:-u|--username)[ =]/.test(words);
  const hasProof = /(?:^|\s)(?:-p|--password|--certificate|--federated-token)[ =]/.test(words);
  return hasApp && hasProof ? 'client-credentials' : undefined;
};

/** Without `-ServicePrincipal` the cmdlet signs a person in. */
const powerBiGrant = (words: string): Grant | undefined => {
  if (/-ServicePrincipal\b/i.test(words)) return 'client-credentials';
  if (MAY_HOLD_MORE.test(words) || /-Token\b/i.test(words)) return undefined;
  return /-Credential\b/i.test(words) ? 'password' : 'interactive';
};

/** The sign-ins of the Fabric CLI that stand in a sentence, in a step of a pipeline, behind any prompt. */
const toldFab = (text: string, read: readonly CommandLine[]): readonly SettingAt[] =>
  [...text.matchAll(FAB_WITH_VALUES)].slice(0, 20).flatMap(({ index, 0: command }): readonly SettingAt[] => {
    const lead = text.slice(Math.max(0, index - 120), index);
    const isTold = !ADVISED.test(lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('. ')) + 1));
    const words = command.replace(/^.{0,80}?login/i, '');
    const line = { name: 'fab', words, from: index, to: index + command.length };
    return isTold && !read.some(({ from }) => from === index) ? settingsOf(line, fabGrant(words)) : [];
  });

const settingsOf = ({ words, from, to }: CommandLine, grant: Grant | undefined): readonly SettingAt[] => {
  const client = /(?:^|\s)(?:-u|--username|-ApplicationId)[ =]{1,3}["']?([\w.@<>{}-]{2,100})/i.exec(words)?.[1];
  const isApp = grant === 'client-credentials' && client !== undefined;
  return [
    ...(grant === undefined ? [] : [{ name: 'grant' as const, value: grant, from, to }]),
    ...(isApp ? [{ name: 'client-id' as const, value: client, from, to }] : []),
  ];
};

/**
 * The tenant of a `Connect-PowerBIServiceAccount` that names none: its settings start from `/common`.
 * https://github.com/microsoft/powerbi-powershell (src/Common/Common.Abstractions)
 */
const powerBiTenant = ({ words, from, to }: CommandLine): readonly SettingAt[] =>
  /-ServicePrincipal\b/i.test(words) && !/-Tenant/i.test(words) && !MAY_HOLD_MORE.test(words)
    ? [{ name: 'default-tenant', value: 'common', from, to }]
    : [];

/** The login action of GitHub signs an app in with the token of the job. */
const BY_OIDC = /\bAttempting Azure (?:CLI|PowerShell) login by using OIDC\b/g;

const byOidc = (text: string): readonly SettingAt[] =>
  [...text.matchAll(BY_OIDC)].slice(0, 1).map(({ index, 0: { length } }) => ({
    name: 'grant',
    value: 'client-credentials',
    from: index,
    to: index + length,
  }));

const executingAs = (text: string): readonly SettingAt[] =>
  [...text.matchAll(EXECUTING_AS)].slice(0, 1).map(({ index, 0: { length }, 1: value = '' }) => ({
    name: 'client-id',
    value,
    from: index,
    to: index + length,
  }));

const ofFab = (text: string): readonly SettingAt[] => {
  const lines = commandLines(text, FAB, OPTIONS_FOLLOW);
  return [...lines.flatMap((line) => settingsOf(line, fabGrant(line.words))), ...toldFab(text, lines)];
};

const ofPowerBi = (text: string): readonly SettingAt[] =>
  commandLines(text, POWERBI, OPTIONS_FOLLOW)
    .filter((line) => !isMentioned(text, line))
    .flatMap((line) => [...settingsOf(line, powerBiGrant(line.words)), ...powerBiTenant(line)]);

/** What the sign-in commands of the Azure CLI, of the Fabric CLI and of the Power BI cmdlets say of the sign-in. */
export const signInCommands = (text: string): readonly SettingAt[] => [
  ...ofFab(text),
  ...commandLines(text, AZURE, REMARK_FOLLOWS).flatMap((line) =>
    settingsOf(line, azureGrant(line.words, /[$>][ \t]{0,5}$/.test(text.slice(Math.max(0, line.from - 6), line.from)))),
  ),
  ...executingAs(text),
  ...byOidc(text),
  ...ofPowerBi(text),
];
