import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MANUAL } from '../src/cli/manual.ts';
import { ruleFiles } from '../src/cli/rule-files.ts';
import entra from '../src/knowledge/data/entra-codes.json' with { type: 'json' };
import { allOperations } from '../src/knowledge/operation-catalog.ts';
import { ran } from './support/ran.ts';
import { scratchFolder } from './support/scratch-folder.ts';

const readme = readFileSync('README.md', 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

describe('the README', () => {
  const folder = scratchFolder('readme');

  it('shows the answer that the tool gives for the file that it shows', async () => {
    const { code, out } = await ran(['check', folder.write('failing-call.txt', block('text'))]);
    const [, ...promised] = block('console').trimEnd().split('\n');
    expect(promised.length).toBeGreaterThan(3);
    expect(out.split('\n').slice(0, promised.length)).toEqual(promised);
    expect(code).toBe(1);
  });

  it('shows what the answer says of the request that it shows', async () => {
    const [, promised] = [...readme.matchAll(/```console\n\$ .*grep.*\n([\s\S]*?)```/g)][0] ?? [];
    const { out } = await ran(['check'], block('text'));
    const marked = out.split('\n').filter((line) => /^ {2}[-+] /.test(line));
    expect(`${marked.join('\n')}\n`).toBe(promised);
  });

  it('names all commands, and none that does not exist', async () => {
    const commands = [...readme.matchAll(/^\| `([a-z]+)[ `]/gm)].map(([, name]) => name ?? '');
    expect([...new Set(commands)].sort()).toEqual(Object.keys(MANUAL).sort());
    for (const command of commands) {
      expect([command, (await ran([command, '--help'], '')).code]).toEqual([command, 0]);
    }
  });

  it('names scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+)(?= |\n|`)/g)].map(([, name]) => name ?? '');
    const own = named.filter((name) => name !== 'ci' && name !== 'run');
    expect(own).toContain('test');
    expect(own.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)h][^)]*)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(2);
    expect(() => links.map((path) => readFileSync(path))).not.toThrow();
  });

  it('counts what there is: causes, Entra codes and operations', () => {
    const [, causes, codes, operations] =
      /knows (\d+) causes, (\d+) Entra error codes and ([\d,]+) operations/.exec(readme) ?? [];
    expect(Number(causes)).toBe(ruleFiles('rules').length);
    expect(Number(codes)).toBe(entra.codes.length);
    expect(Number(operations?.replace(',', ''))).toBe(allOperations().length);
  });
});
