import type { Response } from '../../model/incident.ts';
import { type FoundJson, findJson } from '../syntax/json.ts';
import { overlapWith } from '../text/overlap.ts';
import { lineAt, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { errorBodyIn } from './answer-json.ts';
import { callAround, urlSigns } from './answered-call.ts';
import { statusesIn } from './status-words.ts';

/** What stands between a status and the body that came with it: the rest of its line, and a name for the body. */
const BETWEEN =
  /^[^\n{}]{0,30}\n?[ \t]{0,20}(?:(?:response[ _]?)?(?:body|content|text|error)["']?\s{0,3}[:=]\s{0,3})?["']?$/i;
const NEAR = 80;

/** The error body right behind a status. */
const bodyBehind = (
  text: string,
  to: number,
  bodies: readonly FoundJson[],
  starts: readonly number[],
): string | undefined => {
  const next = bodies[to <= (starts[0] ?? 0) ? 0 : lineAt(starts, to - 1) + 1];
  const isIts = next !== undefined && next.from - to <= NEAR && BETWEEN.test(text.slice(to, next.from));
  return isIts && next.closed ? next.text : undefined;
};

/**
 * Reads statuses that stand outside of a whole HTTP answer. Those inside of an error body belong to the reader of that
 * body; it runs afterwards, so that `429: {` still shows here.
 */
export const statusReader: Reader = {
  id: 'status',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const statuses = statusesIn(text);
    const bodies = statuses.length === 0 ? [] : findJson(text).filter(({ value }) => errorBodyIn(value) !== undefined);
    const starts = bodies.map(({ from }) => from);
    const inBody = overlapWith(bodies);
    const signs = urlSigns(text);
    return statuses
      .filter((status) => !inBody(status))
      .map(({ status, from, to }): Found => {
        const body = bodyBehind(text, to, bodies, starts);
        const piece: Response = {
          kind: 'response',
          place: place(from, `status ${status}`),
          complete: false,
          status,
          headers: [],
          ...callAround(text, from, to, signs),
          ...(body === undefined ? {} : { body }),
        };
        return { piece, from, to };
      });
  },
};
