import { overlapWith } from '../text/overlap.ts';
import { signInRows } from './sign-in-row.ts';

/** Codes of sign-in errors, and the stretch of text that names them. */
export interface BareCodes {
  readonly codes: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Codes without the letters AADSTS: lists, links to the page of a code, the sign-in log. */
const BARE_CODES: readonly RegExp[] = [
  /error_codes(?:\\?["'])?\s{0,5}[:=]\s{0,5}\[\s{0,10}((?:\d{4,8}[,\s]{0,5}){1,10})/gi,
  /\berror\?code(?:=|%3d)(\d{4,8})/gi,
  // As MSAL.js writes the list that Entra answers with.
  /\bError\(s\):\s{0,3}((?:\d{4,8}[,\s]{1,5}){1,10})(?=-\s{0,3}Timestamp)/gi,
];
const LOG_CODE = /\b(?:error[ _]?(?:code|number)|resulttype|failure code)["']?[\s:=]{1,12}["']?(\d{5,7})(?![\d-])/gi;
/** Right behind an OAuth error, or in what is said of the sign-in log, a number of this shape is a sign-in error. */
const SPOKEN_CODE =
  /(?:\b(?:invalid_(?:client|grant|request|resource|scope)|(?:unauthorized|invalid)_client|(?:interaction|consent|login)_required)[\s:,("'-]{1,6}(?:error |code ){0,2}|\b(?:azure ad|aad|entra(?: id)?|sign-?in)(?: log)? (?:error|failure)(?: code)?[\s:#(]{1,4}|\bsign-?in logs? (?:say|show|list|has|have|give|with|is|it is|says|shows|gives)[s:]{0,2} (?:error |code |failure ){0,3}|\b(?=[5679]\d{4,7} in (?:the |our |my )?(?:entra |azure ad |aad )?sign-?in logs?))((?:50|53|54|65|70|90)\d{3,5})(?![\d-]|\.\d)/gi;
/**
 * The codes that people meet most: the long ones are no other number, the short ones need a word that calls them an error.
 * Both only where the text speaks of signing in.
 */
const LONG_CODES = [
  '500(?:011|014|113|131|133)|501(?:051|481)|530003|650(?:052|053|056|057)|700(?:003|016|02[2-57]|030|054|08[24]|21[123])',
  '900(?:023|144|561)|7000(?:112|21[568]|222|229)|9002(?:313|32[567])|1002012',
].join('|');
const KNOWN_CODE = new RegExp(
  `(?<![\\w./#=:,-])(?:(${LONG_CODES})|(?<=\\b(?:error|err|code|failed|fails with|failed with|returns|gives|action) )(${[
    '16000|500(?:01|05|1[13]|20|34|5[35789]|76|79)|50(?:105|126|128|13[1-3]|140|146|158|173|19[46])|5300[0-4]|54005',
    '6500[1245]|700(?:0[1238]|11|21|43|44)|900(?:0[289]|14|19|23|33|72|94)',
  ].join('|')}))(?![\\w-]|[.,]\\d)`,
  'gi',
);
/** Codes for which the label of an error code is enough: other products count in other numbers. */
const UNMISTAKABLE = new RegExp(`^(?:${LONG_CODES}|50(?:034|05[357]|07[69]|105|126)|5300[0-4]|65001)$`);
const SIGN_IN_WORDS =
  /sign[- ]?in(?:g|s)?\b|log[- ]?in|auth|token|\baad|entra|azure ?ad|msal|adal|consent|federat|credential|client/i;
const LOG_WORDS =
  /sign-?ins?\b|failure reason|conditional access|correlation ?id|login\.microsoftonline|entra|azure ad|additional details/i;

/** Around a description of Entra the number is a part of it; elsewhere the text must speak of signing in. */
const isOfSignIn = (text: string, at: number): boolean =>
  SIGN_IN_WORDS.test(text.slice(Math.max(0, at - 300), at + 300)) && !/\bAADSTS\d/i.test(text);

const spanOf = ({ index, 0: words }: RegExpExecArray): { readonly from: number; readonly to: number } => ({
  from: index,
  to: index + words.length,
});

/** The codes of sign-in errors that a text gives without the letters `AADSTS`: labelled, in lists, or spoken of. */
export const bareCodesIn = (text: string): readonly BareCodes[] => {
  // Rows of the log belong to their own reader, which knows which of them counts.
  const rows = signInRows(text);
  const inRow = overlapWith(rows);
  const inLog = [...text.matchAll(LOG_CODE)].filter(
    ({ index, 0: words, 1: code = '' }) =>
      (LOG_WORDS.test(text.slice(Math.max(0, index - 400), index + 400)) ||
        UNMISTAKABLE.test(code) ||
        /^resulttype/i.test(words)) &&
      !inRow({ from: index, to: index + 1 }),
  );
  const labelled = [...BARE_CODES.flatMap((pattern) => [...text.matchAll(pattern)]), ...inLog];
  const isTaken = overlapWith([...labelled.map(spanOf), ...rows]);
  const called = [...text.matchAll(SPOKEN_CODE)].filter((match) => !isTaken(spanOf(match)));
  const isCalled = overlapWith(called.map(spanOf));
  const well = [...text.matchAll(KNOWN_CODE)].filter(
    (match) => !isTaken(spanOf(match)) && !isCalled(spanOf(match)) && isOfSignIn(text, match.index),
  );
  const spoken = [...called, ...well];
  const matches = [...labelled, ...spoken];
  return matches.map((match) => ({
    codes: [
      ...new Set(
        (match[1] ?? match[2] ?? '')
          .split(/\D+/)
          .filter((part) => part !== '')
          .map(Number),
      ),
    ],
    from: match.index,
    to: match.index + match[0].length,
  }));
};
