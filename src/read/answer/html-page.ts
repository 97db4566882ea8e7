import type { EntraError, Response } from '../../model/incident.ts';
import { entraReader } from '../entra/entra.ts';
import { htmlText } from '../syntax/html-text.ts';
import { type Placer, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { BLOCK_PAGE } from './block-page.ts';
import { statusesIn } from './status-words.ts';

const START = /<(?:!doctype html|html|head|body)[\s>]/gi;
const LONGEST = 200_000;
const MOST = 10;

interface Page {
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

/** The pages of a text: each from its first tag to `</html>`, or to the next one where it is cut off. */
const pagesIn = (text: string): readonly Page[] => {
  const pages: Page[] = [];
  let lower: string | undefined;
  for (const { index: from } of text.matchAll(START)) {
    if (from < (pages.at(-1)?.to ?? 0)) continue;
    if (pages.length === MOST) break;
    lower ??= text.toLowerCase();
    const end = lower.indexOf('</html>', from);
    const to = end === -1 ? text.length : end + 7;
    pages.push({ from, to: Math.min(to, from + LONGEST), closed: end !== -1 && to - from <= LONGEST });
  }
  return pages;
};

/** The ids below an error of the sign-in page: `Request Id: ...`. */
const REQUEST_ID = /\brequest id:? ?([\w-]{8,80})/i;

const signInErrors = (shown: string, place: Placer, from: number, paste: number): readonly EntraError[] => {
  const seen = new Set<number>();
  const traceId = REQUEST_ID.exec(shown)?.[1];
  return entraReader.read(shown, paste).flatMap(({ piece }): readonly EntraError[] => {
    if (piece.kind !== 'entra-error' || piece.codes.every((code) => seen.has(code))) return [];
    for (const code of piece.codes) seen.add(code);
    const at = place(from, `AADSTS${piece.codes[0]} of a sign-in page`);
    return [{ ...(traceId === undefined ? {} : { traceId }), ...piece, place: at }];
  });
};

/** A page in place of an answer. One that is cut off is kept for what it shows, and only if it shows something. */
const answerOf = (html: string, shown: string, at: Response['place']): Response => {
  const status = statusesIn(shown.slice(0, 2_000))[0]?.status;
  return {
    kind: 'response',
    place: at,
    complete: false,
    headers: [],
    ...(status === undefined ? {} : { status }),
    body: html,
  };
};

/** Words of sign-in pages and of pages that a proxy or firewall puts in the way. */
const TELLING = new RegExp(`sign in to your account|${BLOCK_PAGE}`, 'i');

/** A page of a mail, an issue or a wiki that shows a call or an answer as code is left to the readers of these. */
const showsCall = (html: string): boolean =>
  /<(?:pre|code)[\s>]/i.test(html) && /"(?:error|errorCode|request|access_token)"\s{0,5}:|Authorization:/.test(html);

/** Reads HTML pages that were pasted without the answer around them: error pages of the sign-in, pages of a proxy. */
export const htmlPageReader: Reader = {
  id: 'html-page',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return pagesIn(text).flatMap(({ from, to, closed }): readonly Found[] => {
      const html = text.slice(from, to);
      const shown = htmlText(html);
      const errors = signInErrors(shown, place, from + Math.max(0, html.indexOf('AADSTS')), paste);
      if (errors.length > 0) return errors.map((piece) => ({ piece, from, to }));
      return (closed && !showsCall(html)) || TELLING.test(shown)
        ? [{ piece: answerOf(html, shown, place(from, 'HTML page')), from, to }]
        : [];
    });
  },
};
