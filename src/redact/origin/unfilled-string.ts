/** The place of a variable in a string: `{token}`, `${token}`, `$token`. */
const PLACE = /^(\$?)(\{?)([A-Za-z_]\w{0,60})(\}?)$/;
/** The start of a string behind what a string is the value of, and no letter or call that fills the string. */
const PLAIN = /(?:[:,=[(>{]|[\w\]] )[ \t]{0,10}(["'])Bearer {1,3}$/i;
const FILLING = /(?:\b(?:format|glue|interpolate|sprintf|fmt)!?\(|[$@]|\bs)[ \t]{0,3}["']Bearer {1,3}$/i;
/** What fills a string from behind: `.format(token=token)`, `% token`, `.replace("{token}", token)`. */
const FILLED_BEHIND = /^["'][ \t)]{0,3}(?:\.\w|%)/;
const REACH = 60;

/** How a language sets a variable, for strings in which nothing is put in. */
type Sets = (name: string) => RegExp;

const line = (before: string, name: string, after: string): RegExp =>
  new RegExp(`(?:^|\\n)[ \\t]{0,40}${before}${name}${after}`);

/** Python fills `{token}` in an f-string only: https://docs.python.org/3/tutorial/inputoutput.html */
const IN_PYTHON: Sets = (name) => line('', name, '[ \\t]{0,5}=(?!=)');
/** JavaScript fills `${token}` between backticks only: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Template_literals */
const IN_JAVASCRIPT: Sets = (name) => line('(?:export )?(?:const|let) (?:\\{ ?)?', name, '[ },=:]');
/** PowerShell and PHP fill `$token` in double quotes only: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules */
const WITH_DOLLAR: Sets = (name) => line('', `\\$${name}`, '[ \\t]{0,5}=(?!=)');

const setsOf = (dollar: string, brace: string, quote: string): Sets | undefined => {
  if (dollar === '') return brace === '' ? undefined : IN_PYTHON;
  if (brace !== '') return IN_JAVASCRIPT;
  return quote === "'" ? WITH_DOLLAR : undefined;
};

/**
 * Whether the letters of a variable were sent as they stand, since the string around them is not of the kind that its
 * language fills: `"Bearer {token}"` without the f of Python, `'Bearer ${token}'` without backticks, `'Bearer $token'`.
 * Only where the code sets such a variable: elsewhere it stands for a token that nobody shows.
 */
export const isUnfilledString = (text: string, value: string, at: number): boolean => {
  const [, dollar = '', brace = '', name = '', end = ''] = PLACE.exec(value) ?? [];
  if (name === '' || (brace === '') !== (end === '')) return false;
  const before = text.slice(Math.max(0, at - REACH), at);
  const quote = PLAIN.exec(before)?.[1];
  if (quote === undefined || FILLING.test(before) || text.charAt(at + value.length) !== quote) return false;
  if (FILLED_BEHIND.test(text.slice(at + value.length, at + value.length + 8))) return false;
  return setsOf(dollar, brace, quote)?.(name).test(text) ?? false;
};
