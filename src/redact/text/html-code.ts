const OPEN = /<(pre|code)(?:\s[^<>]{0,300})?>/gi;
const SIGNS: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  '#39': "'",
  '#x27': "'",
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
};
const SIGN = /&(quot|apos|lt|gt|amp|#34|#39|#x22|#x27);/gi;
/** What colours code, within its lines. */
const COLOUR = /<\/?(?:span|code|b|i|em|strong|mark)(?:\s[^<>]{0,300})?>/gi;

const plain = (code: string): string =>
  code.replace(COLOUR, '').replace(SIGN, (whole, name: string) => SIGNS[name.toLowerCase()] ?? whole);

/** The text with what stands in `<pre>` and `<code>` of a page as a browser shows it: JSON there has `&quot;` for each of its quotes. */
export const withPlainCode = (text: string): string => {
  const out: string[] = [];
  let at = 0;
  const lower = text.includes('&') && /<\/(?:pre|code)>/i.test(text) ? text.toLowerCase() : '';
  if (lower === '') return text;
  for (const { index, 0: tag, 1: name = '' } of text.matchAll(OPEN)) {
    const from = index + tag.length;
    if (index < at) continue;
    const to = lower.indexOf(`</${name.toLowerCase()}>`, from);
    if (to === -1) break;
    out.push(text.slice(at, from), plain(text.slice(from, to)));
    at = to;
  }
  return out.join('') + text.slice(at);
};
