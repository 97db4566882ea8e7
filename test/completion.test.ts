import { execFileSync } from 'node:child_process';
import { spawn } from '@lydell/node-pty';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { SHELLS } from '../src/cli/completion/completion-script.ts';
import { MANUAL } from '../src/cli/manual.ts';
import { programPath } from './support/programs.ts';
import { ran } from './support/ran.ts';
import { scratchFolder } from './support/scratch-folder.ts';

const folder = scratchFolder('completion');
const script = (shell: string): string => folder.at(`${shell}-script`);
const TOOL = 'fabric-auth-doctor';

const said = async (...argv: readonly string[]): Promise<string> => {
  const { code, out, err } = await ran(argv, '');
  expect([code, err]).toEqual([0, '']);
  return out;
};

beforeAll(async () => {
  for (const shell of SHELLS) folder.write(`${shell}-script`, await said('completion', shell));
  folder.write('call.txt', '');
});

/** What is typed, and the one word that it is completed to; none where nothing fits. */
const TYPED: readonly (readonly [line: string, word?: string])[] = [
  ['rec', 'recipe'],
  ['cal', 'call.txt'],
  ['check cal', 'call.txt'],
  ['check --format text cal', 'call.txt'],
  ['--pla', '--plain'],
  ['probe --dry', '--dry-run'],
  ['token --veri', '--verify'],
  ['check --format mark', 'markdown'],
  ['probe --output cal', 'call.txt'],
  ['check --answer caller.kind=us', 'caller.kind=user'],
  ['check --answer caller.kind=user --answer caller.kind=man', 'caller.kind=managed-identity'],
  ['recipe fab', 'fabric'],
  ['recipe fabric devi', 'device-code'],
  ['recipe --as python fab', 'fabric'],
  ['recipe --cloud gcc-', 'gcc-high'],
  ['recipe grant workspace-r', 'workspace-role'],
  ['causes sh', 'show'],
  ['causes show token-expi', 'token-expired'],
  ['explain token-expi', 'token-expired'],
  ['operation PO', 'POST'],
  ['demo placeholder-t', 'placeholder-tenant'],
  ['completion po', 'powershell'],
  ['token --answ'],
  ['redact --form'],
  ['check --format pd'],
  ['causes show nothing-lik'],
  ['demo cal'],
];

const inBash = (line: string): readonly string[] => {
  // As bash does it: words are broken at "=" too.
  const words = [TOOL, ...line.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/(=)/).filter(Boolean)))];
  const code = `source ${script('bash')}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_fabric_auth_doctor; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const behind = /[^ ]*=/.exec(line.split(' ').at(-1) ?? '')?.[0] ?? '';
  return execFileSync('bash', ['--norc', '-c', code], { cwd: folder.path, encoding: 'utf8' })
    .split('\n')
    .filter((word) => word !== '')
    .map((word) => `${behind}${word}`);
};

describe('completion in bash', () => {
  it('is registered for the command', () => {
    const code = `source ${script('bash')}; complete -p ${TOOL}`;
    expect(execFileSync('bash', ['--norc', '-c', code], { encoding: 'utf8' })).toContain(` ${TOOL}\n`);
  });

  for (const [line, word] of TYPED) {
    it(`${line} becomes ${word ?? 'nothing'}`, () => expect(inBash(line)).toEqual(word === undefined ? [] : [word]));
  }

  it('offers the commands and options that the help shows, and no others', async () => {
    const commands = Object.keys(MANUAL);
    expect(inBash('').filter((word) => word !== 'call.txt' && !word.endsWith('-script'))).toEqual(commands);
    for (const command of commands) {
      const shown = [...(await said(command, '--help')).matchAll(/^ {2}--([a-z-]+) /gm)].map(([, name]) => `--${name}`);
      // What redact reads keeps its form.
      const wanted = shown.filter((name) => name !== '--version' && !(command === 'redact' && name === '--format'));
      expect([command, [...inBash(`${command} -`)].sort()]).toEqual([command, wanted.sort()]);
    }
  });
});

const fish = programPath('fish');
describe.runIf(fish)('completion in fish', () => {
  it('completes the same words, and says what they do', () => {
    const lines = TYPED.map(([line]) => `echo '=='; complete -C '${TOOL} ${line}'`).join('\n');
    const code = `source ${script('fish')}\n${lines}`;
    const out = execFileSync(fish ?? '', ['--no-config', '-c', code], { cwd: folder.path, encoding: 'utf8' });
    const offered = out.split('==\n').slice(1);
    const words = offered.map((text) => text.split('\n').flatMap((line) => line.split('\t')[0] || []));
    expect(words).toEqual(TYPED.map(([, word]) => (word === undefined ? [] : [word])));
    expect(offered[0]).toBe(`recipe\t${MANUAL.recipe.does}\n`);
  });
});

const zsh = programPath('zsh');
describe.runIf(zsh)('completion in zsh', { timeout: 60_000 }, () => {
  let raw = '';
  const sees = (text: string): Promise<unknown> => vi.waitUntil(() => raw.includes(text), { timeout: 20_000 });

  it('completes the same words when Tab is pressed', async () => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder.path, TERM: 'dumb', LANG: 'C.UTF-8' };
    const shell = spawn(zsh ?? '', ['-f', '-i'], { cols: 200, rows: 50, cwd: folder.path, env });
    shell.onData((text) => {
      raw += text;
    });
    // Every line is shown as an array of its words once it is completed, and none is run.
    const setUp = `autoload -Uz compinit; compinit -u -D; source ${script('zsh')}; unsetopt beep auto_menu list_ambiguous`;
    const show = `show() { print -r -- "<\${\${BUFFER% }##* }>"; BUFFER=; }; zle -N show; bindkey '^X' show; print REA''DY`;
    shell.write(`${setUp}; ${show}\r`);
    await sees('READY');
    const completed: string[] = [];
    for (const [line] of TYPED) {
      raw = '';
      shell.write(`${TOOL} ${line}\t\x18`);
      await sees('>\r\n');
      completed.push(/<([^\s>]*) *>\r\n/.exec(raw)?.[1] ?? raw);
    }
    shell.kill();
    expect(completed).toEqual(TYPED.map(([line, word]) => word ?? line.split(' ').at(-1)));
  });
});

describe('completion in PowerShell', () => {
  it('is a script that a parser of PowerShell takes, and of which it does not take a broken one', async () => {
    await Parser.init();
    const grammar = 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm';
    const parser = new Parser().setLanguage(await Language.load(grammar));
    const isGood = (text: string): boolean => parser.parse(text)?.rootNode.hasError === false;
    const text = await said('completion', 'powershell');
    expect(isGood(text)).toBe(true);
    for (const cut of [/\}\n$/, /'check' =/, / -ScriptBlock \{/])
      expect([cut, isGood(text.replace(cut, '@('))]).toEqual([cut, false]);
  });

  it('knows every value that is completed elsewhere', async () => {
    const text = await said('completion', 'powershell');
    for (const [, word] of TYPED) if (word !== undefined && word !== 'call.txt') expect(text).toContain(`'${word}'`);
  });
});

describe('a shell that has none', () => {
  it('is named with those that have, and a mistyped one is recognised', async () => {
    for (const [words, next] of [
      [['tcsh'], 'bash'],
      [['fihs'], 'fish'],
      [[], 'bash'],
    ] as const) {
      const { code, err } = await ran(['completion', ...words], '');
      expect(code).toBe(2);
      expect(err).toMatch(/bash, zsh, fish, powershell/);
      expect(err).toContain(`Try: ${TOOL} completion ${next}\n`);
    }
  });
});
