import { maskWords } from '../redact/text/masks.ts';

/** The fields of a token request, and whether their values may be shown before they are sent. */
const FIELDS: Readonly<Record<string, 'open' | 'secret'>> = {
  client_secret: 'secret',
  client_assertion: 'secret',
  client_assertion_type: 'open',
  code: 'secret',
  code_verifier: 'secret',
  refresh_token: 'secret',
  device_code: 'secret',
  assertion: 'secret',
  requested_token_use: 'open',
  username: 'secret',
  password: 'secret',
  redirect_uri: 'open',
  resource: 'open',
  scope: 'open',
  grant_type: 'open',
};

/** Whether the value of a field may be shown. */
export const isOpen = (name: string): boolean => FIELDS[name] === 'open';

/** A name, mark or slot in place of a value; one with a blank in it came cut. Sent as it is, it would be refused for that. */
const isMask = (value: string): boolean => maskWords(value) !== undefined || /^[<{[$%(]/.test(value);

/** Whether the values that prove who asks are all there: one that is masked cannot be sent. */
export const isUnmasked = (form: Readonly<Record<string, string>>): boolean =>
  !Object.entries(form).some(([name, value]) => !isOpen(name) && value !== '' && isMask(value));

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
};

/** The fields of the token request in a text, decoded: form pairs, wherever they stand. The first of a name counts. */
export const pastedForm = (text: string): Readonly<Record<string, string>> => {
  const form: Record<string, string> = {};
  for (const word of text.split(/[\s'"`^]+/)) {
    for (const pair of word.split('&')) {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      if (at > 0 && Object.hasOwn(FIELDS, name) && form[name] === undefined) form[name] = decoded(pair.slice(at + 1));
    }
  }
  return form;
};
