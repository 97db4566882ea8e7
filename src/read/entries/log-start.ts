/** How a line of a log begins: with a time, a level, or the address of the client. */
const START =
  /^[ \t]{0,4}[[(<"]{0,2}(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}[ T,]|\d\d:\d\d:\d\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d |(?:\d{1,3}\.){3}\d{1,3} |(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)/i;

/** Whether a line of a log begins here, and does not go on with the one before. */
export const startsLine = (line: string): boolean => START.test(line);

/** As many lines tell a log; the first of them may be a banner. */
const LINES = 50;
const SHARE = 0.6;

/** Whether a text is a log, by its first lines; undefined where it has too few of them. */
export const isLog = (beginning: string): boolean | undefined => {
  const lines: string[] = [];
  let from = 0;
  for (let at = beginning.indexOf('\n'); at !== -1 && lines.length < LINES; at = beginning.indexOf('\n', from)) {
    const line = beginning.slice(from, at);
    if (line.trim() !== '') lines.push(line);
    from = at + 1;
  }
  if (lines.length < LINES) return undefined;
  return lines.filter(startsLine).length >= LINES * SHARE;
};
