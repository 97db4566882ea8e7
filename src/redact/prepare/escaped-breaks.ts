/**
 * What tools print of a message on one line, in which `\r\n` stands for its line breaks: Python's HTTP client behind
 * `send: b`, and quoted messages of Go (`%q` of httputil.DumpRequestOut) and Ruby (`set_debug_output`).
 */
const QUOTED =
  /^(?:send: b['"]|[^\n"]{0,200}"(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^\s"]{1,4000} )?HTTP\/[\d.]{1,3}[ \\])[^\n]{0,100000}$/gm;
/** A line break as the wire log of Apache HttpClient prints it. */
const BRACKETED = '[\\r][\\n]';

/** The text with blanks around such breaks, so that what stands between two of them is found as a value of its own. */
export const withSpacedBreaks = (text: string): string => {
  const spaced = text.includes(BRACKETED) ? text.replaceAll(BRACKETED, ` ${BRACKETED}`) : text;
  return spaced.includes('\\r\\n') ? spaced.replace(QUOTED, (line) => line.replaceAll('\\r\\n', ' \\r\\n ')) : spaced;
};
