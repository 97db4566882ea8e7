import { isCallUrl } from '../calls/api-url.ts';
import { readHttpLines } from '../http/http-lines.ts';
import { type FoundJson, findJson } from '../syntax/json.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { splitUrl } from '../syntax/url.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { callInObject } from './json-line.ts';

const MAY_BE = /["']?(?:status|statusCode|status_code|http\.status_code|httpStatus|responseCode)["']?\s{0,5}:/i;

/** More of them are a log that somebody should give as a file. */
const MOST = 1_000;

const isOurs = (url: string): boolean => isCallUrl(url) || isLoginHost(splitUrl(url).host);

/** The message that a line of a log tells of as HTTP text; its words stay for other readers. */
const callLines = ({ value, from, to }: FoundJson) => {
  const call = callInObject(value);
  if (call?.url === undefined || !isOurs(call.url)) return [];
  const start = call.text.lastIndexOf(`${call.method} ${call.url}`.trim());
  return call.text
    .slice(Math.max(0, start))
    .split('\n')
    .map((text) => ({ text, from, to }));
};

/**
 * Reads objects of logs that tell of a call with URL and status, with whatever stands before them on their line: a name
 * of a container, a time. A log of nothing but such lines is followed line by line instead.
 */
export const logObjectReader: Reader = {
  id: 'log-object',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!MAY_BE.test(text)) return [];
    const place = placerOf(text, paste);
    return findJson(text)
      .slice(0, MOST)
      .flatMap((found) =>
        readHttpLines(callLines(found), place, paste).map(({ piece }): Found => {
          const partial = piece.kind === 'request' || piece.kind === 'response' ? { ...piece, complete: false } : piece;
          return {
            piece: { ...partial, place: place(found.from, `${piece.kind} in a line of a log`) },
            from: found.from,
            to: found.from,
          };
        }),
      );
  },
};
