import { mayHoldSecret } from '../text/read-call.ts';

/**
 * A command of a shell that takes a token out of an answer: `$(curl ... | jq '.access_token')`. How it takes it tells
 * whether the quotation marks come along. What is secret in the command has a name of its own there.
 */
const TOKEN_FILTER =
  /^(?:\$\(|`)?\s{0,5}(?:(?:curl|wget|https?|xh)[ \t][^()`]{1,2000}?|(?:echo|cat)[ \t]{1,3}["']?(?:\$\{?[A-Za-z_]\w{0,60}\}?|[\w./-]{1,60}\.json)["']?)[ \t\\\n]{0,10}\|[ \t]{0,5}jq[ \t][^()`|]{1,80}[)`]?$/;

/** What is found by its name, wherever it stands. */
const NAMED = /\b(?:client_secret|password|refresh_token|assertion|code)=[^\s"'&]{1,4000}/g;

/** Whether a value is such a command, to its end, with nothing that may be secret but what has a name. */
export const isTokenFilter = (value: string): boolean =>
  value.includes('jq') && TOKEN_FILTER.test(value) && !mayHoldSecret(`(${value.replace(NAMED, ' ')})`);
