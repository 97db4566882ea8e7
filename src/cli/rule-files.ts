import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMap, isPair, LineCounter, parseDocument } from 'yaml';
import { checkRule, type RuleProblem } from '../match/check-rule.ts';
import type { Rule } from '../model/rule.ts';

/** Rule files that are wrong: one line a problem, with a stable code, the file and the line. */
class RuleFileError extends Error {
  override readonly name = 'RuleFileError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`${problems.join('\n')}\n\nMend the files, then run: fabric-auth-doctor causes check <folder>`);
    this.problems = problems;
  }
}

/** Every rule file below a folder, in the order of their names. */
export const ruleFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));

type Document = ReturnType<typeof parseDocument>;

const lineOf = (document: Document, lines: LineCounter, at: RuleProblem['at']): number => {
  for (let depth = at.length; depth > 0; depth--) {
    const parent = depth > 1 ? document.getIn(at.slice(0, depth - 1), true) : document.contents;
    const key = at[depth - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(key))
      : undefined;
    const node = (pair?.key ?? document.getIn(at.slice(0, depth), true)) as { range?: readonly number[] } | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
};

/** Reads one rule file. `problems` is empty where the rule is good. */
export const readRuleFile = (file: string): { rule: Rule; problems: readonly string[] } => {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const syntax = document.errors.map(
    (error) => `RULE_BAD_YAML ${file}:${error.linePos?.[0].line ?? 1} ${error.message.split('\n')[0]}`,
  );
  if (syntax.length > 0) return { rule: {} as Rule, problems: syntax };
  const rule = document.toJS() as Rule;
  const wrong = checkRule(rule).map(
    ({ code, at, text }) => `${code} ${file}:${lineOf(document, lines, at)} ${at.join('.')}: ${text}`,
  );
  const id = basename(file, '.yaml');
  const misnamed = rule?.id === id ? [] : [`RULE_BAD_VALUE ${file}:1 id: must be the file name, ${id}`];
  const folder = basename(dirname(file));
  const misplaced = rule?.gate === folder ? [] : [`RULE_BAD_VALUE ${file}:1 gate: must be the folder name, ${folder}`];
  return { rule, problems: [...wrong, ...misnamed, ...misplaced] };
};

/**
 * All rules below a folder. Found by folder, registered nowhere.
 *
 * @throws RuleFileError with every problem of every file.
 */
export const loadRules = (folder: string): readonly Rule[] => {
  const read = ruleFiles(folder).map(readRuleFile);
  const problems = read.flatMap((file) => file.problems);
  if (problems.length > 0) throw new RuleFileError(problems);
  return read.map(({ rule }) => rule);
};
