import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE } from './real-terminal.ts';

const home = homeFolder();

afterEach(closeAll);
afterAll(home.remove);

const atFirstQuestion = async () => {
  const wizard = await openWizard({ home: home.path, rows: 32 });
  wizard.type(KEY.enter);
  await wizard.choose('I have nothing to paste: ask me');
  await wizard.sees('Which API do you call?');
  return wizard;
};

describe('words that are typed in a menu', { timeout: PATIENCE }, () => {
  it('go to the choice that begins with them, however slowly they come', async () => {
    const wizard = await atFirstQuestion();
    wizard.type('fa');
    await wizard.sees('› 2. Fabric');
    await new Promise((resolve) => setTimeout(resolve, 900));
    wizard.type('bric');
    await wizard.sees('› 2. Fabric');
    wizard.type(KEY.enter);
    await wizard.sees('Question 2');
  });

  it('choose nothing where no choice begins with them', async () => {
    const wizard = await atFirstQuestion();
    wizard.type('synapse');
    wizard.type(KEY.enter);
    await wizard.sees('no choice begins with what you typed');
    expect(wizard.shown()).toContain('Question 1');
    wizard.type('endpoint');
    await wizard.sees('› 5. Warehouse or SQL endpoint');
  });
});
