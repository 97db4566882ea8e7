import type { Style } from '../../report/style.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { type LookUpOptions, printLookUp } from './print-look-up.ts';

const EXAMPLE = `${TOOL} explain AADSTS50011`;

/** Explains one thing: a code, cause, claim, scope, tenant setting or term. */
export const runExplain = async ({ words, ...look }: LookUpOptions, io: Io): Promise<number> => {
  const thing = words.join(' ').trim();
  if (thing === '') {
    throw new UsageError(
      'INPUT_MISSING',
      'explain needs a thing to look up: an error code, a cause, a claim, a scope, a tenant setting or a term.',
      EXAMPLE,
    );
  }
  const { builtInRules } = await import('../../index.ts');
  const { lookUp } = await import('../../knowledge/explain.ts');
  const result = lookUp(thing, builtInRules);
  const text = async (style: Style): Promise<string> =>
    (await import('../../report/explain.ts')).explainReport(thing, result, style);
  await printLookUp({ asked: thing, ...result }, text, look, io);
  return result.found ? EXIT.nothingWrong : EXIT.usage;
};
