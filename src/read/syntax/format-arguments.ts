/** What fills a text of code from behind its quote: `.format(tenant)`, `% tenant`, `, tenant)` of `string.Format`. */
const BEHIND = /["'`](?:\.format\(|[ \t]{0,3}%[ \t]{0,3}\(?|(?=,))([^()\n]{1,200})/y;
const FORMATS = /(?:\b[Ss]tring\.[Ff]ormat|\bfmt\.Sprintf|\bsprintf|\bformat!)\([ \t]{0,5}@?["'`]$/;
const NAME = /^\s{0,10}(?:\w{1,40}[ \t]{0,3}=[ \t]{0,3})?\$?(?:[A-Za-z_]\w{0,40}\.){0,3}([A-Za-z_]\w{0,60})\s{0,10}$/;
const PLACE = /\{(\d?)\}|%[sdv]/g;

/** The text of code from `from` to its quote at `to`, with the names of what is put into it in braces. */
export const withNames = (text: string, template: string, from: number, to: number): string => {
  BEHIND.lastIndex = to;
  const given = BEHIND.exec(text)?.[1];
  const isList = text[to + 1] === ',';
  if (given === undefined || (isList && !FORMATS.test(text.slice(Math.max(0, from - 40), from)))) return template;
  const names = given
    .replace(/^,/, '')
    .split(',')
    .map((one) => NAME.exec(one)?.[1]);
  let next = 0;
  return template.replace(PLACE, (place, index: string | undefined) => {
    const name = names[index === undefined || index === '' ? next : Number(index)];
    next += 1;
    return name === undefined ? place : `{${name}}`;
  });
};
