import type { Response } from '../model/incident.ts';
import { errorBodyIn } from './answer-json.ts';
import { findJson } from './json.ts';
import { overlapWith } from './overlap.ts';
import { placerOf } from './place.ts';
import { callAround, statusesIn } from './status-words.ts';
import type { Found, Reader } from './text.ts';

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
    const inBody = overlapWith(bodies);
    return statuses
      .filter((status) => !inBody(status))
      .map(({ status, from, to }): Found => {
        const piece: Response = {
          kind: 'response',
          place: place(from, `status ${status}`),
          complete: false,
          status,
          headers: [],
          ...callAround(text, from, to),
        };
        return { piece, from, to };
      });
  },
};
