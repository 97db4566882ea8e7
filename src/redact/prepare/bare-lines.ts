/** The marks that mail programs, build servers and terminals put around a text, line by line. */

const lineShare = (lines: readonly string[], pattern: RegExp): number => {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length < 2 ? 0 : filled.filter((line) => pattern.test(line)).length / filled.length;
};

/** A time stamp of seven digits at each line start: GitHub Actions (with job and step before it in `gh run view`) and Azure Pipelines. */
const STAMP = /^(?:[^\t\n]{1,100}\t[^\t\n]{1,100}\t)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z ?/;

const withoutStamps = (lines: readonly string[]): readonly string[] =>
  lineShare(lines, STAMP) >= 0.6 ? lines.map((line) => line.replace(STAMP, '')) : lines;

/** Terraform and others draw a box around an error; the second form is the same line shown in code page 1252, the third in 850. */
const BORDER = /^[ \t]{0,4}(?:[│┃║]|â”‚|Ôöé)(?: |$)/;
const CORNER = /^[ \t]{0,4}(?:[╷╵]|â•·|â•µ|ÔòÀ|ÔòÁ)[ \t]{0,4}$/;
const FAR_BORDER = /(?<![ \t])[ \t]*[│┃║][ \t]{0,4}$/;

const withoutBox = (line: string): string => {
  if (CORNER.test(line)) return '';
  return BORDER.test(line) ? line.replace(BORDER, '').replace(FAR_BORDER, '') : line;
};

/** Who wrote when, above or beside what is quoted. */
const ATTRIBUTION =
  /^[> ]{0,10}(?:On .{4,200} wrote:|Am .{4,200} schrieb.{0,100}:|Le .{4,200} a écrit ?:|-{2,10} ?(?:Original|Forwarded) .{1,40}-{2,10}|(?:From|Sent|To|Cc|Subject|Date): .{1,300})$/;
const QUOTE = /^[ \t]{0,3}(?:>|&gt;)[ \t]?/;
/** `curl -v` starts what it sent with the same sign. */
const SENT = /^> (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,8000} HTTP\/[\d.]{1,3}\s{0,3}$/;
/** What `curl -v` never shows behind that sign, and a quoted text may. */
const NOT_SENT = /^> ?(?:HTTP\/\d|[<>*] |curl )/;
const RECEIVED = /^(?:< |\* |[{}] \[)/;

const isTalkOfCurl = (lines: readonly string[]): boolean =>
  lines.some((line) => SENT.test(line)) &&
  (lines.some((line) => RECEIVED.test(line)) || !lines.some((line) => NOT_SENT.test(line)));

const DEEPEST_QUOTE = 5;

const withoutQuotes = (lines: readonly string[]): readonly string[] => {
  let bare = lines;
  for (let depth = 0; depth < DEEPEST_QUOTE; depth += 1) {
    const own = bare.filter((line) => !ATTRIBUTION.test(line));
    if (lineShare(own, QUOTE) < 0.8 || isTalkOfCurl(bare)) return bare;
    bare = bare.map((line) => line.replace(QUOTE, ''));
  }
  return bare;
};

/** Time and full name before a message, as Teams and others copy it: `[2/27/2026 9:14 AM] Ada Example: curl ...`. */
const SPEAKER =
  /^\[(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?,? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[APap][Mm])?\] (\p{Lu}[\p{L}'’-]{0,30}(?:,? \p{Lu}[\p{L}.'’-]{0,30}){1,3})(?: \([^()\n]{1,40}\))?: /u;
/** A log says its level or kind of error in the same place. */
const NO_NAME =
  /error|exception|warning|fail|info|debug|status|request|response|trace|http|code|message|fatal|critical/i;

const withoutSpeaker = (line: string): string => {
  const speaker = SPEAKER.exec(line);
  return speaker === null || NO_NAME.test(speaker[1] ?? '') ? line : line.slice(speaker[0].length);
};

/** What every one of these marks has some of: most texts are told from it to have none. */
const MARKS = /\.\d{7}Z|[│┃║╷╵]|â[”•]|ÔòÀ|ÔòÁ|Ôöé|(?:^|\n)(?:[> \t]{0,10}(?:>|&gt;)|\[(?:\d{1,4}[./-]|\d{1,2}:))/;

/**
 * The text without what was drawn around its lines: quote marks of a mail, time stamps of a build log, borders of a
 * box, names in a chat. Every line stays a line, so that line numbers stay true.
 */
export const bareLines = (text: string): string => {
  if (!MARKS.test(text)) return text;
  const lines = withoutStamps(text.split('\n')).map(withoutBox);
  return withoutQuotes(lines).map(withoutSpeaker).join('\n');
};
