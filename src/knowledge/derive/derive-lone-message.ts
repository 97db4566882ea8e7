import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';

/** A sentence or two; what is longer tells of more than one thing, and single words of it say little. */
const LONGEST = 200;

/** What would show more of the call than its message. */
const SHOWN = [
  'response.status',
  'response.code',
  'entra.code',
  'request.path',
  'credential.kind',
  'token-request.host',
] as const;

/**
 * Whether one short message is all that was pasted, with no status, code or call beside it. Of such a message the plain
 * words are the only evidence there is, and rules may go by words that mean little in a longer text.
 */
export const loneMessage: Derivation = {
  from: ['evidence.text', ...SHOWN],
  gives: ['evidence.lone-message'],
  derive: (evidence) => {
    const text = valueOf(evidence, 'evidence.text');
    const isLone =
      text !== undefined && text.length <= LONGEST && SHOWN.every((fact) => valueOf(evidence, fact) === undefined);
    return isLone ? { 'evidence.lone-message': true } : {};
  },
};
