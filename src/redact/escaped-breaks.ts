/** What Python's HTTP client prints of a message: one line, in which `\r\n` stands for its line breaks. */
const SENT = /^send: b['"][^\n]{0,100000}$/gm;

/** The text with blanks around such breaks, so that what stands between two of them is found as a value of its own. */
export const withSpacedBreaks = (text: string): string =>
  text.includes('send: b') ? text.replace(SENT, (line) => line.replaceAll('\\r\\n', ' \\r\\n ')) : text;
