import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { programPath } from '../../test/support/programs.ts';
import { documentedCommands, sharedOptions } from './commands-page.ts';
import { manualPage } from './manual-page.ts';

const groff = programPath('groff');

it.runIf(groff)('the manual page is set without a warning, and a broken one is not', () => {
  const set = (text: string) =>
    spawnSync(groff ?? '', ['-man', '-ww', '-Tutf8', '-P-cbou'], { input: text, encoding: 'utf8' });
  const { stdout, stderr, status } = set(manualPage());
  expect([status, stderr]).toEqual([0, '']);
  for (const { name, does, options } of documentedCommands()) {
    expect(stdout).toContain(`   ${name}`);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(does);
    for (const option of options) expect(stdout).toContain(`--${option.name}`);
  }
  for (const { name } of sharedOptions()) expect(stdout).toContain(`--${name}`);
  expect(set(`${manualPage()}.NOSUCH\n`).stderr).not.toBe('');
});
