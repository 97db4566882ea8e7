import type { EntraError } from '../../model/incident.ts';
import { percentDecoded } from '../syntax/url.ts';
import { overlapWith } from '../text/overlap.ts';
import { type Placer, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { bareCodesIn } from './entra-code.ts';
import { entraSentences } from './entra-sentence.ts';
import { isHandled } from './handled-code.ts';
import { clientErrorsIn, type OAuthWord, oauthWordsIn, suberrorIn } from './oauth-words.ts';

/** One description: the stretch of text and every code in it. */
interface Description {
  readonly codes: readonly number[];
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const CODE = /AADSTS[ :_-]?(\d{4,8})(?!\d)/gi;
const LONGEST = 2_500;
const MOST_LINES = 9;
/** Lines that go on with something else than the description. */
const OTHER_LINE =
  /^\s{0,40}(?:##\[|at |in <|File "|Traceback|---|[{}[\]]|GET |POST |HTTP\/|curl |https?:|"?[A-Za-z_-]{2,30}"?\s{0,12}[:=])/;
const OWN_LINE = /^\s{0,40}"?(?:trace|correlation|timestamp)/i;

/** Words that no sentence ends with: behind one a blank line is a break that a log put in. */
const GOES_ON =
  /\b(?:the|a|an|of|for|to|in|is|not|and|or|with|by|was|be|(?:the|input) parameter|the scope|the resource|named|identifier)\s{0,10}$/i;

/** Where a description in running text ends: at a closing quote, a blank line, a stack trace. */
const plainEnd = (text: string, from: number): number => {
  const before = text.slice(Math.max(0, from - 2), from);
  const quote = /\\?["'`]$/.exec(before)?.[0];
  const stretch = text.slice(from, from + LONGEST);
  if (quote !== undefined) {
    const ends = new RegExp(`${quote.replace('\\', '\\\\')}(?=[\\s,}\\])+;\\\\]|$)`);
    const end = quote.endsWith("'") ? /'(?=\s{0,10}(?:[,}\])+]|\r?\n|$))/.exec(stretch) : ends.exec(stretch);
    if (end !== null) return from + end.index;
  }
  let to = from;
  let open = false;
  for (const [number, line] of stretch.split('\n').entries()) {
    const isBlank = line.trim() === '';
    const stops = !open && (isBlank || (OTHER_LINE.test(line) && !OWN_LINE.test(line)));
    if (number > 0 && (stops || number >= MOST_LINES)) break;
    open = isBlank ? open : GOES_ON.test(line.slice(-40));
    const end = /\\?"\s{0,4}[,}]|<\/?(?:div|p|span|td|tr|li|b|br|h\d|strong|pre|body|html)\b/.exec(line);
    if (end !== null) return to + end.index;
    to += line.length + 1;
  }
  return Math.min(to - 1, from + LONGEST);
};

/** Where a description in a URL ends. */
const encodedEnd = (text: string, from: number): number =>
  from + (/^[^\s&"'<>#]{1,2500}/.exec(text.slice(from, from + LONGEST))?.[0].length ?? 0);

/** Whether the text behind a code is percent- or plus-encoded, as in a redirect. */
const isEncoded = (text: string, from: number): boolean =>
  /^AADSTS\d+(?:%(?:25)?(?:3a|20|2b)|\+|:\+)/i.test(text.slice(from, from + 24));

const oneLine = (text: string): string =>
  text
    .replace(/\\r\\n|\\[rnt]/g, ' ')
    .replace(/\\u0027/gi, "'")
    .replace(/\\u0022|&quot;/gi, '"')
    .replace(/&#39;|[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\\(["'/])/g, '$1')
    .replace(/[\s│|]+/g, ' ')
    .trim();

/** Redirects that went through another redirect are encoded twice. */
const decoded = (text: string): string => {
  const once = percentDecoded(text.replaceAll('+', ' '));
  return /%25/.test(text) ? percentDecoded(once.replaceAll('+', ' ')) : once;
};

const numbersIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(CODE)].map((match) => Number(match[1]))),
];

/** The descriptions of a text: a code and what it says, with the codes that it nests. */
const descriptionsIn = (text: string): readonly Description[] => {
  const found: Description[] = [];
  for (const { index: from, 0: code } of text.matchAll(CODE)) {
    if (from < (found.at(-1)?.to ?? 0) || isHandled(text, from, code)) continue;
    const encoded = isEncoded(text, from);
    const to = Math.max(encoded ? encodedEnd(text, from) : plainEnd(text, from), from + 6);
    const raw = text.slice(from, to);
    const description = oneLine(encoded ? decoded(raw) : raw);
    found.push({ codes: numbersIn(description), text: description, from, to });
  }
  return found;
};

/** Sentences of Entra that stand alone, for codes that nothing else in the text names. */
const sentencesIn = (text: string, known: ReadonlySet<number>): readonly Description[] =>
  entraSentences(text)
    .filter(({ code }) => !known.has(code))
    .map(({ code, from, to }) => ({
      codes: [code],
      text: oneLine(text.slice(from, Math.max(to, plainEnd(text, from)))),
      from,
      to: Math.max(to, plainEnd(text, from)),
    }));

/** Values that stand beside a description, before or behind it. */
const BESIDE = {
  traceId: /\btrace[ _]?id(?:\\?["'])?(?:\s|%3a|\+|[:=]|\\?["']){1,8}([\w-]{8,80})/gi,
  correlationId: /\bcorrelation[ _+]?id(?:\\?["'])?(?:\s|%3a|\+|[:=]|\\?["']){1,8}([\w-]{8,80})/gi,
  timestamp:
    /\btimestamp(?:\\?["'])?(?:\s|%3a|\+|[:=]|\\?["']){1,8}(\d{4}-\d{2}-\d{2}(?:[T +]|%20)\d{2}(?::|%3a)\d{2}(?::|%3a)\d{2}(?:\.\d{1,9})?Z?)/gi,
} as const;
const AHEAD = 700;
const BACK = 400;

/** The value nearest behind the start of a description, else the last one before it. */
const beside = (text: string, from: number, to: number, pattern: RegExp): string | undefined => {
  const start = Math.max(0, from - BACK);
  const matches = [...text.slice(start, to + AHEAD).matchAll(pattern)];
  const behind = matches.find(({ index }) => start + index >= from) ?? matches.at(-1);
  return behind?.[1] === undefined ? undefined : decoded(behind[1]);
};

const besides = (text: string, from: number, to: number): Partial<EntraError> => {
  const found = Object.entries(BESIDE).flatMap(([name, pattern]) => {
    const value = beside(text, from, to, pattern);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(found) as Partial<EntraError>;
};

/** The OAuth error that belongs to a description: the nearest within reach. */
const NEAR = 400;
const errorNear = (words: readonly OAuthWord[], from: number, to: number): string | undefined => {
  const reach = ({ from: at }: OAuthWord): number => (at < from ? from - at : at <= to ? 0 : at - to);
  const near = words.filter((word) => reach(word) <= NEAR).sort((a, b) => reach(a) - reach(b));
  return near[0]?.error;
};

const errorPiece = (text: string, place: Placer, words: readonly OAuthWord[], at: Description): Found => {
  const error = errorNear(words, at.from, at.to);
  const suberror = suberrorIn(text.slice(Math.max(0, at.from - NEAR), at.to + NEAR));
  const what = at.codes.length === 0 ? `the error ${error ?? ''}`.trim() : `AADSTS${at.codes[0]}`;
  const piece: EntraError = {
    kind: 'entra-error',
    place: place(at.from, what),
    codes: at.codes,
    text: at.text,
    ...(error === undefined ? {} : { error }),
    ...(suberror === undefined ? {} : { suberror }),
    ...besides(text, at.from, at.to),
  };
  return { piece, from: at.from, to: at.to };
};

/** An error word with no description near it, such as `interaction_required` from MSAL. */
const lonely = (text: string, { from, to }: OAuthWord): Description => {
  const lineEnd = text.indexOf('\n', to);
  const line = text.slice(from, Math.min(lineEnd === -1 ? text.length : lineEnd, from + LONGEST));
  return { codes: [], text: oneLine(line).replace(/["'`})\]]{1,10}$/, ''), from, to };
};

/** Reads what Entra says, wherever it stands: in answers, exceptions, redirects, logs. */
export const entraReader: Reader = {
  id: 'entra',
  sees: 'all',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const described = descriptionsIn(text);
    const known = new Set(described.flatMap(({ codes }) => codes));
    const bare = bareCodesIn(text)
      .filter(({ codes }) => codes.some((code) => !known.has(code)))
      .map((codes) => ({ ...codes, text: '' }));
    const isDescribed = overlapWith(described);
    const numbered = new Set([...known, ...bare.flatMap(({ codes }) => codes)]);
    const worded = sentencesIn(text, numbered).filter((one) => !isDescribed(one));
    const all = [...described, ...bare, ...worded];
    const words = oauthWordsIn(text, all.length > 0);
    const isNear = overlapWith(all.map(({ from, to }) => ({ from: from - NEAR, to: to + NEAR })));
    const alone = [...oauthWordsIn(text, false), ...clientErrorsIn(text)].filter((word) => !isNear(word));
    const first = alone.filter((word, at) => alone.findIndex(({ error }) => error === word.error) === at);
    return [
      ...all.map((description) => errorPiece(text, place, words, description)),
      ...first.map((word) => errorPiece(text, place, [word], lonely(text, word))),
    ].sort((a, b) => a.from - b.from);
  },
};
