import { remembered } from '../text/remembered.ts';

/** A URL in a text. */
export interface UrlAt {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** Masks in brackets may hold blanks, tags of HTML are none; quotes stand in OData filters and keys only; other characters end the URL. */
const URL =
  /(?:https?|powerbi):\/\/(?:<(?!\/|(?:a|b|i|p|br|em|li|ul|td|tr|div|pre|code|font|span|strong)[\s>/])[^<>\n]{1,60}>|\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>|\{[^{}\n]{0,60}\}|\\\([\w.]{1,60}\)|\[[^[\]\n]{1,60}\]|(?<=%20|\()'[^'"\s<>]{1,100}'|[^\s"'`<>{}[\]|\\^])+/gi;

/** The status in the next column of a table of values with commas. */
const NEXT_COLUMN = /,[1-5]\d\d(?:,[\w .:-]{0,40}){0,2}$/;
const LONGEST_COLUMNS = 80;

const withoutColumns = (url: string): string => {
  if (!url.includes(',') || url.includes('?')) return url;
  const start = Math.max(0, url.length - LONGEST_COLUMNS);
  return url.slice(0, start) + url.slice(start).replace(NEXT_COLUMN, '');
};

const trimmed = (written: string): string => {
  const url = withoutColumns(written);
  const loose = url.includes('(') ? '.,;:!?*…' : '.,;:!?*…)';
  let end = url.length;
  while (end > 0 && loose.includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
};

/** Every URL in the text, masks included, without the punctuation of the sentence around it. */
export const urlsIn = remembered((text: string): readonly UrlAt[] => {
  const found: UrlAt[] = [];
  // By hand: `matchAll` copies the pattern, which takes longer than to search a line of a log.
  URL.lastIndex = 0;
  for (let match = URL.exec(text); match !== null; match = URL.exec(text)) {
    const url = trimmed(match[0]);
    found.push({ url, from: match.index, to: match.index + url.length });
  }
  return found;
});
