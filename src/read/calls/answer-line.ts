import type { Response } from '../../model/incident.ts';
import { codeBehindStatus } from '../answer/status-code-behind.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';

/** A call as people write it, without the version of HTTP that a message has. */
const CALL = new RegExp(`^[ \\t>]{0,8}["'\`]?(?:${METHODS})[ \\t]{1,4}(?:https?://|/)\\S{1,4000}$`);
const ANSWER =
  /^[ \t>]{0,8}(?:(?:HTTP )?(?:response|status|result|answer|error|output|returns|returned|got)(?: ?(?:code|status))?[ \t]{0,3}(?::|=>?|->)|(?:->|=>|→|⇒|└>)[ \t]{0,3}(?:(?:response|status|returns|returned|got):?[ \t])?)[ \t]{0,3}(?:HTTP )?\(?([45]\d\d)(?![\w.])/i;
/** `404 No HTTP resource was found ...`: the status with the first words of its message, or alone. */
const BARE = /^[ \t>]{0,8}([45]\d\d)(?=[ \t]{1,3}["'({]?[A-Z][A-Za-z]{0,60}\b|[ \t]{0,5}$)/;
/** `403` */
const SHORTEST = 3;

const isBelowCall = (lines: readonly Line[], at: number): boolean => {
  const above = lines[at - 1]?.text.trim() === '' ? lines[at - 2] : lines[at - 1];
  return above !== undefined && CALL.test(above.text.trimEnd());
};

/**
 * Reads the status that a person wrote right below a call, bare or with a word before it: `GET https://...` and
 * `Response: 403`, which would else look like a header of the request. What follows the number stays for others.
 */
export const answerLineReader: Reader = {
  id: 'answer-line',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const lines = linesOf(text);
    const place = placerOf(text, paste);
    const found: Found[] = [];
    for (const [at, line] of lines.entries()) {
      const start = line.text.slice(0, 100);
      const match = start.length < SHORTEST ? null : (BARE.exec(start) ?? ANSWER.exec(start));
      if (match === null || !isBelowCall(lines, at)) continue;
      const status = Number(match[1]);
      const { headers, to } = codeBehindStatus(text, line.from + match[0].length - SHORTEST);
      const piece: Response = {
        kind: 'response',
        place: place(line.from, `status ${status}`),
        complete: false,
        status,
        headers,
      };
      found.push({ piece, from: line.from, to });
    }
    return found;
  },
};
