import { decodeBase64Url } from '../text/base64url.ts';

/** The source of a mail, as its program saves it (`.eml`): RFC 2045, sections 6.7 and 6.8. */
const ENCODING = /^Content-Transfer-Encoding:[ \t]{0,5}(quoted-printable|base64)[ \t]{0,5}$/i;
const TEXT_TYPE = /^Content-Type:[ \t]{0,5}text\//i;
const HTML_TYPE = /^Content-Type:[ \t]{0,5}text\/html/i;
const ALTERNATIVE = /^Content-Type:[ \t]{0,5}multipart\/alternative/im;
const FIELD = /^(?:[A-Za-z][\w-]{0,60}:|[ \t])/;
const BOUNDARY = /^--[^\s]{4,80}$/;

/** A byte as quoted-printable writes it, and a line break that is none. */
const OCTETS = /(?:=[\dA-Fa-f]{2}){1,400}/g;
const SOFT_BREAK = /=[ \t]{0,3}$/;
/** An equals sign that quoted-printable never writes. */
const PLAIN_EQUALS = /=(?![\dA-F]{2}|[ \t]{0,3}(?:\n|$))/;

const lettersOf = (octets: string): string => {
  try {
    return decodeURIComponent(octets.replaceAll('=', '%'));
  } catch {
    return octets.replace(/=(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
};

/** Lines of quoted-printable as they were written. The breaks that were none stand at the next empty line, so that lines stay as many. */
const fromQuotedPrintable = (lines: readonly string[]): readonly string[] => {
  const written: string[] = [];
  let owed = 0;
  let begun = '';
  for (const line of lines) {
    const soft = SOFT_BREAK.exec(line);
    begun += soft === null ? line : line.slice(0, soft.index);
    if (soft !== null) {
      owed += 1;
      continue;
    }
    written.push(begun.replace(OCTETS, lettersOf));
    for (; begun === '' && owed > 0; owed -= 1) written.push('');
    begun = '';
  }
  return [...written, ...(begun === '' ? [] : [begun.replace(OCTETS, lettersOf)]), ...Array<string>(owed).fill('')];
};

/** Lines of base64 as they were written, and at least as many; the end of a text that is cut off may break a letter. */
const fromBase64 = (lines: readonly string[]): readonly string[] => {
  const run = lines.join('').replace(/\s{1,100}/g, '');
  const text = decodeBase64Url(run)?.replace(/\r\n?/g, '\n');
  if (text === undefined || /[\x00-\x08]/.test(text)) return lines;
  const written = text.split('\n');
  return [...written, ...Array<string>(Math.max(0, lines.length - written.length)).fill('')];
};

const DECODERS: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>> = {
  'quoted-printable': fromQuotedPrintable,
  base64: fromBase64,
};

/** The end of a part: the line of its boundary, or the end of the text. */
const endOfPart = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && !BOUNDARY.test(lines[at] ?? '')) at += 1;
  return at;
};

/** First and last line of the fields around a line. */
const fieldsAround = (lines: readonly string[], at: number): { readonly from: number; readonly to: number } => {
  let from = at;
  let to = at + 1;
  while (from > 0 && FIELD.test(lines[from - 1] ?? '')) from -= 1;
  while (FIELD.test(lines[to] ?? '')) to += 1;
  return { from, to };
};

/** Every part with an encoding as it was written; its own fields and, beside a part in plain text, the same in HTML are left out. */
const withParts = (text: string): string => {
  const lines = text.split('\n');
  const out: (readonly string[])[] = [];
  const isAlternative = ALTERNATIVE.test(text);
  let hasPlain = false;
  let at = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const encoding = index < at ? undefined : ENCODING.exec(lines[index] ?? '')?.[1]?.toLowerCase();
    if (encoding === undefined) continue;
    const { from, to } = fieldsAround(lines, index);
    const fields = lines.slice(Math.max(from, at), to);
    const end = endOfPart(lines, to);
    const body = lines.slice(to, end);
    const isHtml = fields.some((field) => HTML_TYPE.test(field));
    const isShown =
      !fields.some((field) => /^Content-Type:/i.test(field)) || fields.some((field) => TEXT_TYPE.test(field));
    const written =
      isHtml && isAlternative && hasPlain ? body.map(() => '') : isShown ? DECODERS[encoding]?.(body) : body;
    hasPlain ||= isShown && !isHtml;
    out.push(
      lines.slice(at, Math.max(from, at)),
      fields.map(() => ''),
      written ?? body,
    );
    at = end;
  }
  return [...out, lines.slice(at)].flat().join('\n');
};

/** A body of a mail that was copied without its fields: every `=` is of the encoding, and a long line goes on. */
const isQuotedPrintable = (text: string): boolean =>
  /^[^\n]{60,75}=[ \t]{0,3}$/m.test(text) && /=[\dA-F]{2}/.test(text) && !PLAIN_EQUALS.test(text);

/**
 * The text of a mail instead of its source, so that a token that stands in it is whole: line breaks that only the
 * encoding put there are taken out.
 */
export const withoutMailSource = (text: string): string => {
  if (/^Content-Transfer-Encoding:[ \t]{0,5}(?:quoted-printable|base64)/im.test(text)) return withParts(text);
  return text.includes('=\n') && isQuotedPrintable(text) ? fromQuotedPrintable(text.split('\n')).join('\n') : text;
};
