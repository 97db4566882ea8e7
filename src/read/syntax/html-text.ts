const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: "'",
  lsquo: "'",
  rdquo: '"',
  ldquo: '"',
};
/** Elements whose text nobody reads. */
const UNSEEN = ['script', 'style', 'noscript', 'template'] as const;
/** Elements that stand within a line. */
const INLINE = /^\/?(?:b|i|em|strong|span|a|code|font|small|u|wbr)$/;

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (name !== undefined) return SIGNS[name.toLowerCase()] ?? whole;
      return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
    },
  );

/** The end of a tag, or of an element that is not shown. */
const behindTag = (html: string, lower: string, open: number, name: string): number => {
  const close = html.indexOf('>', open);
  if (close === -1) return html.length;
  if (!UNSEEN.some((unseen) => unseen === name)) return close + 1;
  const end = lower.indexOf(`</${name}`, close);
  return end === -1 ? html.length : end;
};

/** The text of a page as a browser shows it, or nearly so: one line an element, tags and scripts left out. */
export const htmlText = (html: string): string => {
  const lower = html.toLowerCase();
  let out = '';
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    out += html.slice(at, open);
    const name = /^<(!--|\/?[a-z][a-z0-9]{0,20})/.exec(lower.slice(open, open + 24))?.[1];
    const comment = name === '!--' ? html.indexOf('-->', open) : -1;
    at = name === undefined ? open + 1 : behindTag(html, lower, open, name);
    if (name === '!--') at = comment === -1 ? html.length : comment + 3;
    out += name === undefined ? '<' : INLINE.test(name) ? '' : '\n';
  }
  return unescaped(out + html.slice(at))
    .split('\n')
    .map((line) => line.replace(/\s{1,400}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
};
