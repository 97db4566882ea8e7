import { type CommandLine, commandLines, MAY_HOLD_MORE } from './command-line.ts';
import type { Grant } from './grant.ts';
import type { SettingAt } from './setting-at.ts';

/** A cmdlet goes on with a parameter or ends. */
export const OPTIONS_FOLLOW = /^[ \t]{0,10}(?:[`\\^]?\r?\n[ \t]{0,40})?(?:-{1,2}[A-Za-z]|@\w|[|;#)"'}]|$)/;

const FAB = /\bfab(?:\.exe)?[ \t]{1,5}auth[ \t]{1,5}login(?![\w-])/g;
const POWERBI = /\b(?:Connect|Login)-PowerBI(?:ServiceAccount)?(?![\w-])/gi;

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
    ? [{ name: 'tenant', value: 'common', from, to }]
    : [];

/** What the sign-in commands of the Fabric CLI and of the Power BI cmdlets say of the sign-in. */
export const signInCommands = (text: string): readonly SettingAt[] => [
  ...commandLines(text, FAB, OPTIONS_FOLLOW).flatMap((line) => settingsOf(line, fabGrant(line.words))),
  ...commandLines(text, POWERBI, OPTIONS_FOLLOW).flatMap((line) => [
    ...settingsOf(line, powerBiGrant(line.words)),
    ...powerBiTenant(line),
  ]),
];
