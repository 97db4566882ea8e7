import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { leaked } from './leaked.ts';
import { CODE } from './pastes.ts';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE } from './real-terminal.ts';

const home = homeFolder();

afterEach(closeAll);
afterAll(home.remove);

/** A folder with tools of these names in front of all others. */
const toolsBefore = (tools: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const bin = join(home.path, `bin-${Object.keys(tools).length}`);
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
};

const FAILS = 'exit 1';

describe('reading the clipboard', { timeout: PATIENCE }, () => {
  it('takes what the tool of the system gives, and shows no secret of it', async () => {
    writeFileSync(join(home.path, 'clip.txt'), `Authorization: Bearer ${CODE}\n`);
    const env = toolsBefore({
      xclip: `[ "$1 $2 $3" = "-o -selection clipboard" ] && cat ${join(home.path, 'clip.txt')}`,
    });
    const wizard = await openWizard({ home: home.path, env });
    wizard.type(KEY.tab);
    await wizard.choose('Read the clipboard');
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Authorization code');
    expect(leaked([CODE], wizard.raw())).toEqual([]);
    wizard.type(KEY.enter);
    await wizard.sees('Stops at: credential');
  });

  it('tries the next tool where one fails', async () => {
    const env = toolsBefore({ xclip: FAILS, xsel: 'echo "AADSTS50011: The redirect URI does not match."' });
    const wizard = await openWizard({ home: home.path, env });
    wizard.type(KEY.tab);
    await wizard.choose('Read the clipboard');
    await wizard.sees('AADSTS50011');
  });

  it('says so where no tool gives it, and lets the person paste', async () => {
    const env = toolsBefore({ xclip: FAILS, xsel: FAILS, 'wl-paste': FAILS, 'powershell.exe': FAILS });
    const wizard = await openWizard({ home: home.path, env });
    wizard.type(KEY.tab);
    await wizard.choose('Read the clipboard');
    await wizard.sees('The clipboard is empty, or no tool of this system reads it.');
    wizard.paste('AADSTS50011: The redirect URI does not match.');
    await wizard.sees('Paste 1');
  });
});
