import { closingBracket } from '../text/text.ts';

const BODY = /\{\s?"[\w.@-]{1,60}"\s?:/g;
/** Words in a row, as nothing but a sentence has them. */
const SAID = /(?:(?:^|[\s,])[A-Za-zÀ-ÿ][a-zß-ÿ'’]{0,20}(?=[\s,.:]|$)){3}/;
/** A longer line is a log. */
const LONGEST = 3_000;

/** The line with a word in place of each body of JSON that stands between what a person says: `we get 404 {"code":...} since`. */
export const bodiesAsWords = (line: string): string => {
  if (line.length > LONGEST || !line.includes('{')) return line;
  let plain = '';
  let from = 0;
  for (const { index } of line.matchAll(BODY)) {
    if (index < from) continue;
    const end = closingBracket(line, index);
    if (end === undefined) break;
    plain += `${line.slice(from, index)}QUOTE`;
    from = end;
  }
  plain += line.slice(from);
  return from > 0 && SAID.test(plain) ? plain : line;
};
