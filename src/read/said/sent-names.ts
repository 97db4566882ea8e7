import type { Facts } from '../../facts/evidence.ts';

const NAMES = [
  ...['grant_type', 'client_id', 'client_secret', 'client_assertion', 'client_assertion_type', 'refresh_token', 'code'],
  ...['code_verifier', 'redirect_uri', 'scope', 'resource', 'username', 'password', 'assertion'],
];
const ITEM = `["'\`]?(?:${NAMES.join('|')})["'\`]?`;
const ITEMS = `(${ITEM}(?:(?:,? (?:and|and optionally|optionally|or|plus) |, ?)${ITEM}){1,9})(?![\\w"'\`])`;
const SENDS = '(?:includ|contain|send|sent|ha[sd]|carr|pass|post|consist)\\w{0,4}';

/** A sentence that lists the parameters of a token request as all that there are: `the body only includes ...`. */
const LIST = new RegExp(
  `\\b(?:(?:only|just) ${SENDS}|${SENDS} (?:of )?(?:only|just|nothing but))(?: the)?(?: parameters| fields)?:? ${ITEMS}`,
  'i',
);

/** The parameters that a token request is said to carry, where the text lists them as all that there are. */
export const sentNames = (text: string): Facts => {
  const words =
    LIST.exec(text)?.[1]
      ?.toLowerCase()
      .split(/[^a-z_]+/) ?? [];
  const names = [...new Set(words.filter((word) => NAMES.includes(word)))];
  return names.includes('grant_type') ? { 'token-request.names': names } : {};
};
