import { existsSync, statSync } from 'node:fs';
import type { Rule } from '../../model/rule.ts';
import { neutralise } from '../../redact/neutralise.ts';
import type { Style } from '../../report/style.ts';
import { counted } from '../../report/words.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { shown } from '../quote.ts';
import { type Look, type LookUpOptions, printLookUp } from './print-look-up.ts';

const COMMAND = `${TOOL} causes`;

const builtIn = async (): Promise<readonly Rule[]> => (await import('../../index.ts')).builtInRules;

const list = async (look: Look, io: Io): Promise<number> => {
  const rules = await builtIn();
  const causes = rules.map(({ id, title, gate, likelihood }) => ({ id, title, gate, likelihood }));
  const text = async (style: Style): Promise<string> =>
    (await import('../../report/causes.ts')).causesReport(rules, style);
  await printLookUp({ causes }, text, look, io);
  return EXIT.nothingWrong;
};

const noSuchCause = (id: string, rules: readonly Rule[]): UsageError => {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return new UsageError(
    'OPTION_BAD_VALUE',
    `There is no cause ${shown(id)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    near === undefined ? COMMAND : `${COMMAND} show ${near}`,
  );
};

const show = async (id: string | undefined, look: Look, io: Io): Promise<number> => {
  if (id === undefined) throw new UsageError('INPUT_MISSING', 'causes show needs the id of a cause.', COMMAND);
  const rules = await builtIn();
  const rule = rules.find((each) => each.id === id.toLowerCase());
  if (rule === undefined) throw noSuchCause(id, rules);
  const text = async (style: Style): Promise<string> =>
    (await import('../../report/causes.ts')).causeReport(rule, style);
  await printLookUp({ cause: rule }, text, look, io);
  return EXIT.nothingWrong;
};

const folderOf = (folder: string | undefined): string => {
  if (folder === undefined)
    throw new UsageError('INPUT_MISSING', 'causes check needs a folder.', `${COMMAND} check DIR`);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new UsageError('INPUT_NOT_FOUND', `There is no folder ${shown(folder)}.`, `${COMMAND} check DIR`);
};

const check = async (folder: string | undefined, look: Look, io: Io): Promise<number> => {
  const { readRuleFile, ruleFiles } = await import('../rule-files.ts');
  const files = ruleFiles(folderOf(folder));
  if (files.length === 0) {
    throw new UsageError('INPUT_EMPTY', `There is no .yaml file in ${shown(folder ?? '')}.`, `${COMMAND} check DIR`);
  }
  const problems = files.flatMap((file) => readRuleFile(file).problems);
  const words = `${counted(files.length, 'rule file')} checked`;
  const lines = problems.map((problem) => `${neutralise(problem)}\n`).join('');
  const text = async (): Promise<string> =>
    problems.length === 0 ? `${words}: all good.\n` : `${lines}\n${words}, ${problems.length} to mend.\n`;
  await printLookUp({ files: files.length, problems }, text, look, io);
  return problems.length === 0 ? EXIT.nothingWrong : EXIT.usage;
};

/** Lists the causes, shows one of them, or checks a folder of rules. */
export const runCauses = async ({ words, ...look }: LookUpOptions, io: Io): Promise<number> => {
  const [verb, argument, ...more] = words;
  if (verb === undefined) return list(look, io);
  if (more.length === 0 && verb === 'show') return show(argument, look, io);
  if (more.length === 0 && verb === 'check') return check(argument, look, io);
  throw new UsageError(
    'UNKNOWN_COMMAND',
    `causes takes show ID or check DIR, not ${shown(words.join(' '))}.`,
    `${COMMAND} show ${shown(verb)}`,
  );
};
