import type { Header, Request, Response } from '../../model/incident.ts';
import { CODE_IN_TEXT } from '../answer/answer-header.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/**
 * What the Azure SDK for Go prints of a refused call, between lines of hyphens:
 * https://github.com/Azure/azure-sdk-for-go/blob/main/sdk/internal/errorinfo/errorinfo.go
 */
const BLOCK = new RegExp(
  `(?<![\\w/])(${METHODS}) (https?://[^\\s"']{1,4000})\\n-{40,100}\\nRESPONSE (\\d{3}):[^\\n]{0,200}\\n(?:ERROR CODE(?: UNAVAILABLE|: ([^\\n]{1,200}))\\n)?-{40,100}\\n`,
  'g',
);
const END = /(?:^|\n)-{40,100}(?:\n|$)/;
const NO_BODY = 'Response contained no body';
const LONGEST = 100_000;

/** The body, up to the hyphens below it; undefined where those were not pasted. */
const bodyAt = (text: string, from: number): string | undefined => {
  const near = text.slice(from, from + LONGEST);
  const end = END.exec(near)?.index;
  const body = end === undefined ? undefined : near.slice(0, end).trim();
  return body === NO_BODY ? '' : body;
};

/** Reads the errors of the Azure SDK for Go: call, status and body. Headers are not among what they show. */
export const goErrorReader: Reader = {
  id: 'go-error',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return [...text.matchAll(BLOCK)].flatMap(({ index, 0: all, 1: method = '', 2: url = '', 3: status, 4: code }) => {
      const start = index + all.length;
      const body = bodyAt(text, start);
      const at = place(index, 'error of the Azure SDK for Go');
      const headers: readonly Header[] = code === undefined ? [] : [{ name: CODE_IN_TEXT + code, value: code }];
      const request: Request = { kind: 'request', place: at, complete: false, method, url, headers: [] };
      const response: Response = {
        kind: 'response',
        place: at,
        complete: false,
        status: Number(status),
        headers,
        method,
        url,
        ...(body === undefined ? {} : { body }),
      };
      const to = start + (body === undefined ? 0 : text.slice(start).indexOf(body) + body.length);
      return [request, response].map((piece) => ({ piece, from: index, to }));
    });
  },
};
