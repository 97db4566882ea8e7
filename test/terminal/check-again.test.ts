import { describe, expect, it } from 'vitest';
import { leaked } from './leaked.ts';
import { liveWorld, OTHERS, REFUSED, TOKEN, toQuestion } from './live-wizard.ts';
import { KEY, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

const world = liveWorld();

describe('checking again after the fix', { timeout: PATIENCE }, () => {
  const toWaiting = async (wizard: RealTerminal): Promise<void> => {
    await wizard.choose('Check again after the fix');
    await wizard.choose('Repeat the call for me');
    await wizard.sees('Send it?');
    await wizard.choose('Send it, and wait until it works');
  };
  const toResult = async (wizard: RealTerminal): Promise<void> => {
    await toQuestion(wizard);
    await wizard.choose('A list without this workspace');
    await wizard.sees('What next?');
  };

  it('repeats the call with its progress in sight; Enter stops waiting, and the result stands as it was', async () => {
    world.server.says(REFUSED);
    const wizard = await world.open();
    await toResult(wizard);
    await toWaiting(wizard);
    await wizard.sees('Next try in');
    expect(wizard.shown()).toMatch(/0:\d\d {2}status 401/);
    expect(wizard.shown()).toMatch(/[█░]{24} 0:\d\d of 20:00/);
    wizard.type(KEY.enter);
    await wizard.sees('Checked again (once): it still fails, with status 401.');
    await wizard.sees('Stops at: workspace');
    world.server.says(OTHERS);
    await toWaiting(wizard);
    await wizard.sees('Checked again: nothing wrong is left in the call.');
    expect(world.server.got).toHaveLength(2);
    expect(leaked([TOKEN], wizard.raw())).toEqual([]);
    await wizard.choose('Done');
    expect(await wizard.ended()).toEqual({ code: 0, ...SANE });
  });

  it('is left by Ctrl-C while it waits, with a sane terminal', async () => {
    world.server.says(REFUSED);
    const wizard = await world.open();
    await toResult(wizard);
    await toWaiting(wizard);
    await wizard.sees('Next try in');
    wizard.type(KEY.ctrlC);
    expect(await wizard.ended()).toEqual({ code: 130, ...SANE });
  });
});
