import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadRules, readRuleFile } from '../src/cli/rule-files.ts';
import type { Rule } from '../src/model/rule.ts';
import { parseCase } from '../tools/cases/read-case.ts';
import { complaints, runCase } from '../tools/cases/run-case.ts';
import { newCase } from '../tools/new/new-case.ts';
import { newRule, ruleFile } from '../tools/new/new-rule.ts';
import { scratchFolder } from './support/scratch-folder.ts';

const now = '2026-03-01T12:00:00Z';
const rules = loadRules('rules');

const drafts = scratchFolder('rules');

/** What the guide shows under a heading: its fenced blocks, in order. */
const guide = (heading: string): readonly string[] => {
  const [, rest = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  return [...section.matchAll(/^(`{3,})\w*\n([\s\S]*?)^\1$/gm)].map(([, , block = '']) => block);
};

/** What the check of rules says of a rule of the gate `workspace`. */
const problemsOf = (id: string, yaml: string): readonly string[] =>
  readRuleFile(drafts.write(`workspace/${id}.yaml`, yaml)).problems;

describe('a new rule', () => {
  it('passes the check of rules as it comes', () => {
    expect(problemsOf('made-up-cause', newRule('made-up-cause', 'workspace'))).toEqual([]);
  });

  it('lies in the folder of its gate', () => {
    expect(ruleFile('made-up-cause', 'workspace')).toBe('rules/workspace/made-up-cause.yaml');
  });
});

describe('a new case', () => {
  const paste =
    'GET https://api.fabric.microsoft.com/v1/workspaces\nAuthorization: Bearer [code]\n\nHTTP/1.1 401 Unauthorized\n\n{"errorCode":"InvalidToken"}';

  it('lies with the cause that was found, or where its name says', () => {
    const { conclusion } = runCase(parseCase(newCase('x', paste, rules, now).text, 'x'), rules) ?? {};
    const cause = conclusion?.is === 'stops-at' ? conclusion.cause : 'unexplained';
    expect(newCase('told-by-curl', paste, rules, now).file).toBe(`fixtures/${cause}/told-by-curl.case.md`);
    expect(newCase('wrong-audience/near-a-code', paste, rules, now).file).toBe(
      'fixtures/wrong-audience/near-a-code.case.md',
    );
  });

  it('comes out as it expects', () => {
    const read = parseCase(newCase('x', paste, rules, now).text, 'x');
    expect(read.expect.cause).toBeDefined();
    expect(complaints(read, runCase(read, rules))).toEqual([]);
  });
});

describe('the example of the guide', () => {
  const [commands = '', yaml = '', hit = '', near = ''] = guide('Add a cause');
  const rule = parse(yaml) as Rule;
  const diagnosed = (paste: string) => {
    const { text } = newCase(`${rule.id}/from-the-guide`, paste, [...rules, rule], now);
    return parseCase(text, 'guide');
  };

  it('names the commands that there are', () => {
    expect(commands).toContain(`npm run new -- rule ${rule.id} ${rule.gate}`);
    expect(commands).toContain(`npm run new -- case ${rule.id}/`);
  });

  it('is a rule that passes the check', () => {
    expect(problemsOf(rule.id, yaml)).toEqual([]);
  });

  it('explains its case, and not the one that looks alike', () => {
    expect(diagnosed(hit).expect.cause).toBe(rule.id);
    expect(diagnosed(near).expect.cause).not.toBe(rule.id);
  });
});

describe('the case that the guide shows', () => {
  const [text = ''] = guide('A case');

  it('is one that comes out as it expects', () => {
    const read = parseCase(text, 'guide');
    expect(read.expect).toEqual({ cause: 'wrong-audience', 'ruled-out': ['token-expired'], asks: 'none' });
    expect(complaints(read, runCase(read, rules))).toEqual([]);
  });

  it('would not without its token', () => {
    const read = parseCase(text.replace('<token:app>', '[token]'), 'guide');
    expect(complaints(read, runCase(read, rules))).not.toEqual([]);
  });
});
