import type { SeenCall } from '../read/entries/seen-call.ts';
import { splitUrl } from '../read/syntax/url.ts';

/** So many entries a refused call is held back: a client that answers a challenge, or gets a new token, repeats it at once. */
const PATIENCE = 30;

interface Held<T> {
  readonly call: SeenCall;
  readonly path: string;
  readonly until: number;
  readonly item: T;
}

const isSuccess = ({ status = 0 }: SeenCall): boolean => status >= 200 && status < 400;

/** The same token that is refused once and taken once is no retry: something else comes and goes. */
const isRepeated = (refused: SeenCall, call: SeenCall): boolean =>
  refused.method === call.method &&
  refused.url === call.url &&
  (refused.bearer === undefined || refused.bearer !== call.bearer);

/**
 * Holds back what was refused with 401 for a while. What is repeated with success meanwhile is no failure: Office and
 * other clients ask without a token first and answer the challenge (https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized).
 */
export const repeatedCalls = <T>() => {
  let held: readonly Held<T>[] = [];
  return {
    /** Whether an entry could be the success of a call that is held back. */
    awaits: (text: string): boolean => held.some(({ path }) => text.includes(path)),
    /** Takes every call that was read. */
    see: (call: SeenCall): void => {
      if (isSuccess(call)) held = held.filter((one) => !isRepeated(one.call, call));
    },
    /** Takes a failing call; gives it back at once unless it may be repeated. */
    hold: (call: SeenCall, item: T, number: number): readonly T[] => {
      const path = call.url === undefined ? '' : splitUrl(call.url).path;
      if (call.status !== 401 || path.length < 2) return [item];
      held = [...held, { call, path, until: number + PATIENCE, item }];
      return [];
    },
    /** Those that nobody repeated in time; all of them where `number` is left out. */
    due: (number = Number.POSITIVE_INFINITY): readonly T[] => {
      if (held.length === 0) return [];
      const over = held.filter(({ until }) => until < number);
      if (over.length > 0) held = held.filter(({ until }) => until >= number);
      return over.map(({ item }) => item);
    },
  };
};
