import { UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { tool } from '../tool.ts';
import type { Format } from './check.ts';
import { styleFor } from './render.ts';

/** What a look-up was asked for. */
export interface LookUpOptions {
  /** The words behind the command. */
  readonly words: readonly string[];
  readonly format: Format;
  readonly colour: boolean;
  readonly plain: boolean;
}

const EXAMPLE = 'fabric-auth-doctor explain AADSTS50011';

/** Explains one thing: a code, cause, claim, scope, tenant setting or term. */
export const runExplain = async ({ words, format, ...look }: LookUpOptions, io: Io): Promise<number> => {
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
  if (format === 'json') {
    const { explainJson } = await import('../../report/explain-json.ts');
    io.out(explainJson(tool, thing, result));
  } else {
    const { explainReport } = await import('../../report/explain.ts');
    io.out(explainReport(thing, result, await styleFor(look, io)));
  }
  return result.found ? EXIT.nothingWrong : EXIT.usage;
};
