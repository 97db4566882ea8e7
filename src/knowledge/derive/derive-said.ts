import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';

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

/**
 * That the caller is a guest, where words or its sign-in name tell. An app that a guest speaks of is none, and a guest is a
 * person where nothing else tells who calls.
 */
export const callerGuestFromWords: Derivation = {
  from: ['said.guest', 'said.caller', 'caller.kind'],
  gives: ['caller.kind', 'caller.guest'],
  derive: (evidence) => {
    const kind = valueOf(evidence, 'caller.kind') ?? valueOf(evidence, 'said.caller') ?? 'user';
    if (valueOf(evidence, 'said.guest') !== true || kind !== 'user') return {};
    return { 'caller.guest': true, ...(evidence.has('caller.kind') ? {} : { 'caller.kind': 'user' }) };
  },
};
