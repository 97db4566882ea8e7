/** Signs of code, commands, JSON, logs and stack traces. */
const CODE =
  /[{}<>;|\\]|=\S|\S=|\w\([\w"']|\)\.|["'],?\s*$|^["'{[(#@$>%]|": |::|^\s*(?:at |in |File |import |from |const |let |var |def |curl |az |fab |pip |npm |GET |POST |PUT |PATCH |DELETE |HTTP|\d{4}-\d\d-\d\d|\[)|^\s{4}|\t/;
const URL = /\bhttps?:\/\/\S{1,2000}/g;
const WORDS = /[A-Za-z][a-z'’]{0,20},?(?:\s[A-Za-z][\w'’-]{0,20}[,.!?:]?)/;
/** A paste is not read beyond this; what people say of a failure stands at its start or end. */
const MOST_READ = 200_000;
/** A longer run without a full stop is a log; more sentences than this are a document. */
const LONGEST = 600;
const MOST = 1_000;

const isProse = (line: string): boolean => line.length < 3_000 && WORDS.test(line) && !CODE.test(line);

/** The line as its words: without the marks of a list or quote before it, and without URLs. */
const wordsOf = (line: string): string => line.replace(/^\s{0,3}(?:[-*•>]|\d{1,2}[.)])\s{1,3}/, '').replace(URL, 'URL');

/** Lines between fences of Markdown are code, whatever they look like. */
const outsideFences = (text: string): readonly string[] => {
  let fenced = false;
  return text.split('\n').map((line) => {
    const isFence = /^\s{0,8}```/.test(line);
    if (isFence) fenced = !fenced;
    return isFence || fenced ? '' : line;
  });
};

/**
 * The sentences that a person wrote around what was pasted, in lower case: code, logs and JSON are left out. A sentence
 * may go on in the next line; a line that is no prose ends it.
 */
export const sentencesIn = (text: string): readonly string[] =>
  outsideFences(text.slice(0, MOST_READ))
    .map((line) => wordsOf(line.trimEnd()))
    .map((line) => (isProse(line) ? line.trim() : '\n'))
    .join(' ')
    .toLowerCase()
    .replace(/[’]/g, "'")
    .split(/(?<=[.!?])\s|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST)
    .slice(0, MOST);
