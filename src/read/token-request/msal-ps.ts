import { type CommandLine, commandLines, MAY_HOLD_MORE } from '../syntax/command-line.ts';
import type { Grant } from './grant.ts';
import type { SettingAt } from './setting-at.ts';

const NAME = /\bGet-MsalToken(?![\w-])/gi;
/** A cmdlet goes on with a parameter; without any it would not know for which app. */
const PARAMETERS_FOLLOW = /^[ \t]{0,10}(?:`\r?\n[ \t]{0,40})?(?:-[A-Za-z]|@\w)/;

/** What a parameter says of the grant, most telling first: one with a secret redeems codes and the tokens of users as well. */
const BY_PARAMETER: readonly (readonly [RegExp, Grant | undefined])[] = [
  [/-AuthorizationCode\b/i, 'authorization-code'],
  [/-UserAssertion\b/i, 'on-behalf-of'],
  [/-Client(?:Secret|Certificate|Assertion)\b/i, 'client-credentials'],
  [/-DeviceCode\b/i, 'device-code'],
  [/-UserCredential\b/i, 'password'],
  [/-Interactive\b/i, 'interactive'],
  [/-(?:Silent|IntegratedWindowsAuth|PublicClientApplication|ConfidentialClientApplication|InputObject)\b/i, undefined],
];
const CLIENT_ID = /-ClientId[ :]{1,3}["']?([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})\b/i;

/** With a client id alone it takes a token from its cache or signs a person in. */
const grantOf = (words: string): Grant | undefined => {
  const known = BY_PARAMETER.find(([parameter]) => parameter.test(words));
  if (known !== undefined) return known[1];
  return /-ClientId\b/i.test(words) && !MAY_HOLD_MORE.test(words) ? 'interactive' : undefined;
};

const settingsOf = ({ words, from, to }: CommandLine): readonly SettingAt[] => {
  const grant = grantOf(words);
  const client = CLIENT_ID.exec(words)?.[1];
  return [
    ...(grant === undefined ? [] : [{ name: 'grant' as const, value: grant, from, to }]),
    ...(client === undefined ? [] : [{ name: 'client-id' as const, value: client, from, to }]),
  ];
};

/** What the cmdlet of MSAL.PS says of the sign-in: https://github.com/AzureAD/MSAL.PS */
export const msalPsCommands = (text: string): readonly SettingAt[] =>
  /-MsalToken/i.test(text) ? commandLines(text, NAME, PARAMETERS_FOLLOW).flatMap(settingsOf) : [];
