import type { FactPath } from '../../facts/catalog.ts';
import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';

/** The header that a person looked up is an error code like any other: what it says is what the answer says. */
export const codeFromHeader: Derivation = {
  from: ['response.error-info'],
  gives: ['response.code', 'response.codes'],
  derive: (evidence) => {
    const code = valueOf(evidence, 'response.error-info');
    return code === undefined ? {} : { 'response.code': code, 'response.codes': [code] };
  },
};

/** A code that a person named stands for the list of all of them. */
export const codesFromTold: Derivation = {
  from: ['response.code', 'entra.code'],
  gives: ['response.codes', 'entra.codes'],
  derive: (evidence) => {
    const isTold = (path: FactPath): boolean => evidence.get(path)?.origin.by === 'told';
    const code = isTold('response.code') ? valueOf(evidence, 'response.code') : undefined;
    const number = isTold('entra.code') ? valueOf(evidence, 'entra.code') : undefined;
    return {
      ...(code !== undefined && { 'response.codes': [code] }),
      ...(number !== undefined && { 'entra.codes': [number] }),
    };
  },
};
