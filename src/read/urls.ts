/** A URL in a text. */
export interface UrlAt {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** Masks in brackets may hold blanks; quotes stand in OData filters and keys only; other characters end the URL. */
const URL =
  /(?:https?|powerbi):\/\/(?:<[^<>\n]{1,60}>|\{[^{}\n]{1,60}\}|\[[^[\]\n]{1,60}\]|(?<=%20|\()'[^'"\s<>]{1,100}'|[^\s"'`<>{}[\]|\\^])+/gi;

const trimmed = (url: string): string => {
  const end = /[.,;:!?*…]{1,20}$/.exec(url.slice(-20));
  const text = end === null ? url : url.slice(0, url.length - end[0].length);
  return text.endsWith(')') && !text.includes('(') ? trimmed(text.slice(0, -1)) : text;
};

/** Every URL in the text, masks included, without the punctuation of the sentence around it. */
export const urlsIn = (text: string): readonly UrlAt[] =>
  [...text.matchAll(URL)].map((match) => {
    const url = trimmed(match[0]);
    return { url, from: match.index, to: match.index + url.length };
  });
