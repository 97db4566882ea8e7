import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { shown } from '../quote.ts';
import { type LookUpOptions, printLookUp } from './print-look-up.ts';

const knownNames = async (): Promise<{ readonly causes: readonly string[]; readonly faults: readonly string[] }> => {
  const [{ builtInRules }, { faults }] = await Promise.all([
    import('../../index.ts'),
    import('../../generated/simulator.ts'),
  ]);
  return { causes: builtInRules.map(({ id }) => id), faults: Object.keys(faults) };
};

/** Prints the script that completes commands, options and their values in a shell. */
export const runCompletion = async ({ words, ...look }: LookUpOptions, io: Io): Promise<number> => {
  const { completionScript, SHELLS } = await import('../completion/completion-script.ts');
  const [word] = words;
  const shell = SHELLS.find((each) => each === word);
  if (shell === undefined || words.length > 1) {
    const near = word === undefined ? undefined : nearest(word, SHELLS);
    throw new UsageError(
      word === undefined ? 'INPUT_MISSING' : 'OPTION_BAD_VALUE',
      `completion takes one of ${SHELLS.join(', ')}${word === undefined ? '' : `; not ${shown(words.join(' '))}`}.`,
      `${TOOL} completion ${near ?? 'bash'}`,
    );
  }
  const script = completionScript(shell, await knownNames());
  await printLookUp({ shell, script }, async () => script, look, io);
  return EXIT.nothingWrong;
};
