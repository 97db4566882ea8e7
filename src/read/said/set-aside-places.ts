import { linesOf } from '../text/text.ts';

/** A stretch of text that names an error; `isOver` where it says that the error is one of before. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly isOver: boolean;
}

interface Sentence {
  readonly from: number;
  readonly words: string;
}

/** The sentences of a text with their places; a line break ends one, as does a full stop before a blank. */
export const sentencesOf = (text: string): readonly Sentence[] =>
  linesOf(text).flatMap((line) => {
    const sentences: Sentence[] = [];
    let from = 0;
    for (const { index } of line.text.matchAll(/[.!?](?=\s|$)|[。！？]/g)) {
      sentences.push({ from: line.from + from, words: line.text.slice(from, index + 1) });
      from = index + 1;
    }
    if (from < line.text.length) sentences.push({ from: line.from + from, words: line.text.slice(from) });
    return sentences.filter(({ words }) => words.trim() !== '');
  });

const CODE = /\bAADSTS\d{4,8}\b/;
/** A program looks words up by their code, or a table explains them. */
const ENTRY =
  /^\s{0,40}(?:["'`]?AADSTS\d{4,8}["'`]?\s{0,5}(?::|=>|=)\s{0,5}["'`]|\|\s{0,5}`?AADSTS\d{4,8}`?\s{0,20}\|)/;
/** A test plays an error, or expects it. */
const PLAYED =
  /\b(?:thenThrow|thenReturn|doThrow|mock\w{0,30}|assert\w{0,30}|expect|side_effect|raises|rejects|toThrow\w{0,20}|stub\w{0,20}|nock|mockRejectedValue\w{0,10})\s{0,3}[.(=]/;
const COMMENT =
  /^\s{0,40}(?:#|\/\/|\/\*)\s{0,3}\S.{0,200}\b(?:if|when|in case|handles?|raises?|throws?|means?|may|might|could)\b/i;
/** The line behind a comment, as code has it and a text below a heading has not. */
const STATEMENT =
  /[=(){};]\s{0,10}$|^\s{0,40}[\w.]{1,60}\s?=\s|^\s{0,40}(?:def|class|import|from|return|try|except|raise|if|for|const|let|var|await)\b/;

/** How mail programs begin the mail that is answered: `> On Monday Tom wrote:`. */
const OLDER_MAIL = /^> ?\S.{2,80}(?:wrote|schrieb|a écrit|escribió|escreveu)\s?:\s{0,3}$/im;

/** Errors that a program, a test or a table names to say what they would mean, or that stand in the mail that is answered. */
export const mentionsInQuotes = (text: string): readonly Mention[] => {
  if (!CODE.test(text)) return [];
  const lines = linesOf(text);
  const entries = lines.filter((line) => ENTRY.test(line.text));
  const older = OLDER_MAIL.exec(text)?.index ?? text.length;
  const explained = new Set(entries.length > 1 ? entries : []);
  return lines.flatMap((line, at) => {
    const code = CODE.exec(line.text);
    if (code === null) return [];
    const isComment = COMMENT.test(line.text) && STATEMENT.test(lines[at + 1]?.text ?? '');
    const isOlder = line.from > older && line.text.startsWith('>');
    const isNamed = isOlder || explained.has(line) || PLAYED.test(line.text.slice(0, code.index)) || isComment;
    return isNamed ? [{ from: line.from + code.index, to: line.to, isOver: false }] : [];
  });
};
