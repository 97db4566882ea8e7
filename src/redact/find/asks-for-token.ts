import { mayHoldSecret } from '../text/read-call.ts';

const LITERAL = /(["'`])([^"'`\n]{0,300})\1/g;
/** What is taken of the answer, and names nothing that is asked for. */
const ANSWER = /\[["']access_?[tT]oken["']\]/g;
const ADDRESS =
  /^(?:(?:https?|api):\/\/[\w.-]{1,100}(?:\/[\w.-]{0,60}){0,4}|[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}\/\.default)$/;
/** Notebooks know resources by short names: `notebookutils.credentials.getToken("pbi")`. */
const OF_NOTEBOOK = /\.credentials\.getToken\(["'][a-z]{2,20}["']\)$/;
/** A cmdlet that is handed a word without quotes, which may be anything. */
const BARE_WORD = /\b[A-Z][a-z]{1,12}-[A-Z]\w{1,40}[ \t]{1,5}\w/;
/** Names, brackets and the options that say what a token is for; a value of any other kind does not fit in. */
const HARMLESS =
  /^(?:[\s.,$()[\]{}?!]|(?<![\w-])-(?:Resource(?:Url|TypeName)?|Scopes?|As\w{1,20})(?![\w-])|\b(?:scopes?|resource|audience)[=:]|(?:\b[A-Z][a-z]{1,12}-)?\b[A-Za-z_]{1,60}\b)*$/;

/** The cmdlet that is handed nothing, which tells what its token is for as well: Azure Resource Manager. */
const BY_DEFAULT = /^\(?\(\s{0,5}Get-AzAccessToken(?:[ \t]{1,5}-AsSecureString)?\s{0,5}\)(?:\.Token)?\)?$/i;

/**
 * Whether a call gives a token, names what the token is for, and holds nothing else. Whoever looks for the cause needs
 * the name: the token may be for another API.
 */
export const asksForToken = (call: string): boolean => {
  if (BY_DEFAULT.test(call)) return true;
  // Most values are names: a call that says what for has a quote.
  if (!/["'`]/.test(call)) return false;
  if (BARE_WORD.test(call)) return false;
  if (OF_NOTEBOOK.test(call)) return !mayHoldSecret(call);
  const asked = call.replace(ANSWER, '');
  const literals = [...asked.matchAll(LITERAL)].map(([, , literal = '']) => literal);
  const isForResource = literals.length > 0 && literals.every((literal) => ADDRESS.test(literal));
  return isForResource && /token/i.test(asked) && HARMLESS.test(asked.replace(LITERAL, ' ')) && !mayHoldSecret(asked);
};
