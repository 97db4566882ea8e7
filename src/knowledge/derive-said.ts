import type { Derivation } from '../facts/derivation.ts';
import { valueOf } from '../facts/evidence.ts';

/**
 * Who calls, where only the person's words tell. A token, the request for it and an answer go first; and what was pasted of
 * a sign-in that Entra refused tells of that sign-in, which may be another one than the words are about.
 */
export const callerKindFromWords: Derivation = {
  from: ['said.caller', 'caller.kind', 'entra.code'],
  gives: ['caller.kind', 'said.caller-alone'],
  derive: (evidence) => {
    const said = valueOf(evidence, 'said.caller');
    if (evidence.has('caller.kind')) return { 'said.caller-alone': false };
    if (said === undefined || evidence.has('entra.code')) return {};
    return { 'caller.kind': said, 'said.caller-alone': true };
  },
};
