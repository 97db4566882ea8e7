const GUID = '[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}';
const GUID_LINE = new RegExp(`^[ \\t]{0,20}${GUID}[ \\t]{0,20}$`, 'i');
/** What the codes of Entra begin with: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const CODE_LINE =
  /^[ \t]{0,20}(?:5\d{4,6}|65\d{3,4}|7\d{4,6}|[89]\d{4,5}|1[236]\d{3,4}|1[03]\d{4,5}|399\d{3})[ \t]{0,20}$/;
const LABEL = /^[ \t]{0,20}\p{L}[\p{L}\p{M} .()’'-]{1,60}[ \t]{0,20}$/u;
const IN_ENGLISH = /sign-in error code|correlation id/i;

/** The pane of the sign-in log: a label a line, its value below. Ids come in this order in every language. */
const paneLabels = (lines: readonly string[]): ReadonlyMap<number, string> => {
  const labelled = (value: RegExp): readonly number[] =>
    lines.flatMap((line, at) => (value.test(line) && LABEL.test(lines[at - 1] ?? '') ? [at - 1] : []));
  const [code] = labelled(CODE_LINE);
  const [request, correlation] = labelled(GUID_LINE);
  if (code === undefined || request === undefined || correlation !== request + 2 || code < request) return new Map();
  return new Map([
    [request, 'Request ID'],
    [correlation, 'Correlation ID'],
    [code, 'Sign-in error code'],
  ]);
};

const NAMED_GUID = new RegExp(`^([ \\t]{0,20}[^:：\\n]{2,60}?) {0,2}[:：] {0,3}(${GUID}) {0,20}$`, 'i');
const NAMED_TIME = /^([ \t]{0,20}[^:：\n]{2,60}?) {0,2}[:：] {0,3}(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ?) {0,20}$/;

/** The three lines at the end of a page of the sign-in: two ids and the time. */
const pageLines = (lines: readonly string[]): ReadonlyMap<number, string> => {
  const at = lines.findIndex(
    (line, index) =>
      NAMED_GUID.test(line) && NAMED_GUID.test(lines[index + 1] ?? '') && NAMED_TIME.test(lines[index + 2] ?? ''),
  );
  if (at === -1) return new Map();
  const value = (index: number, pattern: RegExp): string => pattern.exec(lines[index] ?? '')?.[2] ?? '';
  return new Map([
    [at, `Request Id: ${value(at, NAMED_GUID)}`],
    [at + 1, `Correlation Id: ${value(at + 1, NAMED_GUID)}`],
    [at + 2, `Timestamp: ${value(at + 2, NAMED_TIME)}`],
  ]);
};

/** A portal page is shorter; what is longer is a log. */
const MOST_LINES = 400;

const isLog = (text: string): boolean => {
  let at = -1;
  for (let line = 0; line < MOST_LINES; line += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return false;
  }
  return true;
};

/** An id anywhere. Hyphens are rarer than letters, so they are looked for. */
const HOLDS_GUID = /-(?<=[\da-f]{8}-)(?:[\da-f]{4}-){3}[\da-f]{12}/i;

/**
 * The text with the labels of the sign-in log and of the error page of the sign-in in English where they stand in
 * another language: the layout and the shapes of the values tell them. Lines stay lines.
 */
export const withEnglishLabels = (text: string): string => {
  if (isLog(text) || !HOLDS_GUID.test(text) || IN_ENGLISH.test(text)) return text;
  const lines = text.split('\n');
  const bare = lines.map((line) => line.replace(/\r$/, ''));
  const labels = new Map([...paneLabels(bare), ...(/AADSTS\d/.test(text) ? pageLines(bare) : [])]);
  return labels.size === 0 ? text : lines.map((line, at) => labels.get(at) ?? line).join('\n');
};
