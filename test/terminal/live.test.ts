import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildToken } from '../support/token.ts';
import { leaked } from './leaked.ts';
import { liveWorld, OTHERS, PASTE, REFUSED, TOKEN, toQuestion } from './live-wizard.ts';
import { KEY, openWizard, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

const LIST = 'GET https://api.powerbi.com/v1.0/myorg/groups';
const world = liveWorld();

/** The screen as running text. */
const flat = (wizard: RealTerminal): string => wizard.shown().replaceAll(/\s+/g, ' ');

const toRequest = async (wizard: RealTerminal): Promise<void> => {
  await toQuestion(wizard);
  await wizard.choose('Let me look');
  await wizard.sees('Send it?');
};

describe('a live check as an answer', { timeout: PATIENCE }, () => {
  it('shows what would be sent where, asks, sends it once, and goes on with what it saw', async () => {
    const wizard = await world.open();
    await toRequest(wizard);
    expect(wizard.shown()).toContain('Live check: it lists the workspaces');
    expect(wizard.shown()).toContain(`simulator on this machine (port ${world.server.port})`);
    expect(wizard.shown()).toContain(LIST);
    expect(wizard.shown()).toMatch(/with access token, \d+ characters as bearer/);
    expect(world.server.got).toEqual([]);
    await wizard.choose('Send it, and look');
    await wizard.sees('That is what was seen.');
    expect(wizard.shown()).toContain('A list without this workspace');
    expect(wizard.shown()).toContain('✗ workspace');
    expect(world.server.got).toEqual([{ line: LIST, authorization: `Bearer ${TOKEN}` }]);
    await wizard.choose('Go on');
    await wizard.sees('Stops at: workspace');
    expect(leaked([TOKEN], wizard.raw())).toEqual([]);
    wizard.type(KEY.ctrlC);
    await wizard.ended();
    expect(world.kept()).toContain('without-this-one');
    expect(leaked([TOKEN], world.kept())).toEqual([]);
  });

  it('says when the clock of this machine is wrong, there and in the result', async () => {
    world.server.says({ ...OTHERS, date: new Date(Date.now() + 3 * 3_600_000).toUTCString() });
    const wizard = await world.open();
    await toRequest(wizard);
    await wizard.choose('Send it, and look');
    await wizard.sees('That is what was seen.');
    expect(flat(wizard)).toContain('The clock of this machine is 180 minutes behind that of the server');
    await wizard.choose('Go on');
    await wizard.choose('Save or send');
    await wizard.choose('Save a report');
    await wizard.sees('File to save it to');
    wizard.type(`clock.md${KEY.enter}`);
    await wizard.sees('Saved: clock.md');
    expect(readFileSync(join(world.home.path, 'clock.md'), 'utf8')).toContain(
      'clock of this machine is 180 minutes behind',
    );
  });

  it('looks for the call that was chosen of several in one text, with the token of that call alone', async () => {
    const foreign = buildToken({ aud: 'https://analysis.windows.net/powerbi/api', idtyp: 'app', oid: 'another app' });
    const wizard = await world.open();
    await wizard.give(
      `${PASTE}\n\nGET https://api.powerbi.com/v1.0/myorg/capacities HTTP/1.1\nAuthorization: Bearer ${foreign}\n\nHTTP/1.1 403 Forbidden\ncontent-length: 0\n`,
    );
    wizard.type(KEY.enter);
    await wizard.sees('Which one first?');
    wizard.type(`1${KEY.enter}`);
    await wizard.choose('Let me look');
    await wizard.choose('Send it, and look');
    await wizard.sees('That is what was seen.');
    expect(world.server.got).toEqual([{ line: LIST, authorization: `Bearer ${TOKEN}` }]);
    expect(leaked([TOKEN, foreign], wizard.raw())).toEqual([]);
  });

  it('sends nothing where the person does not agree, and asks on', async () => {
    const wizard = await world.open();
    await toRequest(wizard);
    await wizard.choose('Do not send it');
    await wizard.sees('What does listing the workspaces give');
    expect(world.server.got).toEqual([]);
  });

  it('says what could not be checked, in the report too, and takes it for no answer', async () => {
    world.server.says({ status: 500, body: 'broken' });
    const wizard = await world.open();
    await toRequest(wizard);
    await wizard.choose('Send it, and look');
    await wizard.sees('Not checked: list-workspaces');
    await wizard.choose('Go on');
    await wizard.sees('What does listing the workspaces give');
    await wizard.choose('A list without this workspace');
    await wizard.sees('What next?');
    await wizard.choose('Save or send');
    await wizard.choose('Save a report');
    await wizard.sees('File to save it to');
    wizard.type(`live.md${KEY.enter}`);
    await wizard.sees('Saved: live.md');
    expect(readFileSync(join(world.home.path, 'live.md'), 'utf8')).toContain('Not checked: list-workspaces');
  });

  it('makes the call itself where only the request was pasted', async () => {
    world.server.says(REFUSED);
    const wizard = await world.open();
    await wizard.give(PASTE.split('HTTP/1.1 401')[0] ?? '');
    wizard.type(KEY.enter);
    await wizard.choose('Let me look');
    await wizard.sees('makes the failing call again');
    await wizard.choose('Send it, and look');
    await wizard.sees('The answer has status 401.');
    await wizard.choose('Go on');
    await wizard.sees('-> 401');
    expect(leaked([TOKEN], wizard.raw())).toEqual([]);
  });

  it('is stopped by Enter, and left by Ctrl-C with a sane terminal, while no answer comes', async () => {
    world.server.says('nothing');
    const wizard = await world.open();
    await toRequest(wizard);
    await wizard.choose('Send it, and look');
    await wizard.sees('Enter stops it');
    wizard.type(KEY.enter);
    await wizard.sees('What does listing the workspaces give');
    await wizard.choose('Let me look');
    await wizard.choose('Send it, and look');
    await wizard.sees('Enter stops it');
    wizard.type(KEY.ctrlC);
    expect(await wizard.ended()).toEqual({ code: 130, ...SANE });
    expect(wizard.transcript()).toContain('fabric-auth-doctor --resume');
    expect(leaked([TOKEN], world.kept())).toEqual([]);
  });

  it('needs the token again after --resume: that of the same caller, and only for the live check', async () => {
    const first = await world.open();
    await toQuestion(first);
    first.type(KEY.ctrlC);
    await first.ended();

    const second = await world.open(['--resume']);
    await second.choose('Let me look (the token has to be pasted again)');
    await second.sees('Paste the token now.');
    second.paste(buildToken({ aud: 'https://analysis.windows.net/powerbi/api', oid: 'somebody else' }));
    await second.sees('That token belongs to another caller');
    second.paste(TOKEN);
    await second.sees('Send it?');
    expect(world.server.got).toEqual([]);
    await second.choose('Send it, and look');
    await second.sees('A list without this workspace');
    expect(world.server.got).toEqual([{ line: LIST, authorization: `Bearer ${TOKEN}` }]);
    second.type(KEY.ctrlC);
    await second.ended();
    expect(leaked([TOKEN], `${second.raw()}${world.kept()}`)).toEqual([]);
  });

  it('works line by line as well', async () => {
    const wizard = await world.open(['--plain']);
    wizard.paste(PASTE);
    await wizard.sees('Recognised: Access token, app');
    wizard.type(KEY.enter);
    await wizard.sees('Type a number');
    await wizard.choose('Let me look');
    await wizard.sees('Send it?');
    await wizard.choose('Send it, and look');
    await wizard.until('what was seen', () => wizard.transcript().includes('The answer has status 200.'));
    expect(leaked([TOKEN], wizard.raw())).toEqual([]);
  });
});

it('demo sends its live checks to its own simulator', { timeout: PATIENCE }, async () => {
  const wizard = await openWizard(
    { home: world.home.path, rows: 40, argv: ['demo', 'no-role-powerbi'] },
    'number, then',
  );
  await wizard.choose('Look live, to be surer');
  await wizard.sees('the simulator on this machine');
  await wizard.choose('Send it, and look');
  await wizard.sees('That is what was seen.');
  await wizard.choose('Go on');
  await wizard.sees('number, then');
  wizard.type(KEY.ctrlC);
  expect(await wizard.ended()).toMatchObject(SANE);
});
