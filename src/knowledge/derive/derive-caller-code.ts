import type { ValueOf } from '../../facts/catalog.ts';
import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import { GUID } from '../../facts/guid.ts';

/** A public client of MSAL that code makes, and what only a client of the other kind has or does. */
const PUBLIC_CLIENT = /\bpublicclientapplication(?:builder)?\s?(?:\(|\.\s?(?:create|builder)\b)/;
const OTHER_CLIENT =
  /confidentialclient|client_?secret|client_?credential|acquire_?token_?for_?client|managed_?identity/;

/** The credential object of PowerShell with the id of an app, or the name of one, where the name of a user goes. */
const APP_NAMES = [
  '\\$(?:\\w{1,10}:)?\\w{0,20}(?:client_?id|app_?id|application_?id|spn|service_?princip)',
  '["\'][^"\'\\s@]{0,20}(?:service[_-]?princip|client[_-]?id|app[_-]?id)[^"\'\\s@]{0,20}["\']',
  `["']${GUID}["']`,
];
const APP_AS_USER = new RegExp(
  `\\bpscredential["'\\]]{0,2}(?:::new)?(?: ?-argumentlist)?[ (@]{1,4}(?:${APP_NAMES.join('|')})`,
);

const kindInCode = (text: string): ValueOf<'caller.kind'> | undefined => {
  if (APP_AS_USER.test(text)) return 'service-principal';
  return PUBLIC_CLIENT.test(text) && !OTHER_CLIENT.test(text) ? 'user' : undefined;
};

/**
 * Who calls, where the code makes a client that holds no secret of its own: it signs in people and nobody else; or
 * where it puts an app into the place of a user's name.
 */
export const callerKindFromClient: Derivation = {
  from: ['evidence.text', 'token-request.grant'],
  gives: ['caller.kind'],
  derive: (evidence) => {
    const text = valueOf(evidence, 'evidence.text') ?? '';
    const isOpen = !evidence.has('caller.kind') && !evidence.has('token-request.grant');
    const kind = isOpen ? kindInCode(text) : undefined;
    return kind === undefined ? {} : { 'caller.kind': kind };
  },
};
