import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaked } from './leaked.ts';
import { CODE, SCENARIOS } from './pastes.ts';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

let home = homeFolder();
const open = (argv?: readonly string[]): Promise<RealTerminal> =>
  openWizard({ home: home.path, rows: 32, ...(argv && { argv }) });

beforeEach(() => {
  home = homeFolder();
});
afterEach(() => {
  closeAll();
  home.remove();
});

const { A, C, D } = SCENARIOS;

const toQuestion = async (wizard: RealTerminal): Promise<void> => {
  await wizard.give(D?.paste ?? '');
  wizard.type(KEY.enter);
  await wizard.sees('Skip for now');
};

/** Each prompt that the wizard has, and how to get there. */
const PROMPTS: Readonly<Record<string, (wizard: RealTerminal) => Promise<void>>> = {
  'the first prompt': async () => undefined,
  'a paste': async (wizard) => {
    await wizard.give(A?.paste ?? '');
  },
  'the other ways': async (wizard) => {
    wizard.type(KEY.tab);
    await wizard.sees('How do you want to go on?');
  },
  'a file name': async (wizard) => {
    wizard.type(KEY.tab);
    await wizard.choose('Open a file');
    await wizard.sees('File to open');
  },
  'a question': toQuestion,
  'the checklist': async (wizard) => {
    await toQuestion(wizard);
    await wizard.choose('More:');
    await wizard.choose('See the checklist');
    await wizard.sees('Go to which step?');
  },
  'the result': async (wizard) => {
    await wizard.give(A?.paste ?? '');
    wizard.type(KEY.enter);
    await wizard.sees('What next?');
  },
  'the name of a report': async (wizard) => {
    await PROMPTS['the result']?.(wizard);
    await wizard.choose('Save or send');
    await wizard.choose('Save a report');
    await wizard.sees('File to save it to');
  },
};

const EMPTY = ['the first prompt', 'the other ways', 'a file name'];

describe('leaving', { timeout: PATIENCE }, () => {
  it.each(Object.keys(PROMPTS))('by Ctrl-C at %s leaves the terminal sane and says how to go on', async (prompt) => {
    const wizard = await open();
    await PROMPTS[prompt]?.(wizard);
    wizard.type(KEY.ctrlC);
    expect(await wizard.ended()).toEqual({ code: 130, ...SANE });
    const isEmpty = EMPTY.includes(prompt);
    expect(wizard.transcript()).toContain(isEmpty ? 'Left. Nothing was kept.' : 'fabric-auth-doctor --resume');
    expect(home.sessions()).toHaveLength(isEmpty ? 0 : 1);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s is as clean', async (signal, code) => {
    const wizard = await open();
    await toQuestion(wizard);
    wizard.kill(signal);
    expect(await wizard.ended()).toEqual({ code, ...SANE });
    expect(wizard.transcript()).toContain('fabric-auth-doctor --resume');
  });

  it('keeps what was given in a file of its own that holds no secret', async () => {
    const wizard = await open();
    await wizard.give(`${A?.paste}\r\rclient_secret=${CODE.slice(5, 60)}`);
    wizard.type(KEY.ctrlC);
    await wizard.ended();
    const [file = ''] = home.sessions();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(home.folder).mode & 0o777).toBe(0o700);
    expect(leaked([CODE], readFileSync(file, 'utf8'))).toEqual([]);
  });
});

it('says so where nothing can be kept', { timeout: PATIENCE }, async () => {
  const wizard = await openWizard({ home: home.path, env: { XDG_STATE_HOME: '/dev/null' } });
  await wizard.give(A?.paste ?? '');
  wizard.type(KEY.ctrlC);
  expect(await wizard.ended()).toEqual({ code: 130, ...SANE });
  expect(wizard.transcript()).toContain('Left. It could not be kept');
});

describe('going on with --resume', { timeout: PATIENCE }, () => {
  it('stands where the person left: the same paste, the same answers, the same result', async () => {
    const first = await open();
    await toQuestion(first);
    await first.choose('A list without this workspace');
    await first.sees('What next?');
    const result = first.shown().split('? What next?')[0] ?? '';
    first.type(KEY.ctrlC);
    await first.ended();

    const second = await open(['--resume']);
    await second.sees('What next?');
    expect(second.shown().split('? What next?')[0]).toBe(result);
    expect(leaked(D?.secrets ?? [], second.raw())).toEqual([]);
    await second.choose('Done');
    expect(await second.ended()).toEqual({ code: 0, ...SANE });
    expect(home.sessions()).toEqual([]);
  });

  it('takes more pastes beside those that were kept', async () => {
    const first = await open();
    await toQuestion(first);
    first.type(KEY.ctrlC);
    await first.ended();

    const second = await open(['--resume']);
    await second.sees('Skip for now');
    second.paste(C?.paste ?? '');
    await second.sees('Paste 1');
    second.type(KEY.enter);
    await second.sees('2 failing calls were found.');
    await second.choose('GET https://api.powerbi.com/v1.0/myorg/groups ->');
    await second.sees('Stops at: tenant-setting');
    expect(leaked([...(C?.secrets ?? []), ...(D?.secrets ?? [])], second.raw())).toEqual([]);
  });

  it('keeps the sessions of two windows apart; the one that was left last goes on first', async () => {
    const [first, second] = [await open(), await open()];
    await toQuestion(first);
    await second.give(C?.paste ?? '');
    first.type(KEY.ctrlC);
    await first.ended();
    second.type(KEY.ctrlC);
    await second.ended();
    expect(home.sessions()).toHaveLength(2);

    const third = await open(['--resume']);
    await third.sees('Stops at: tenant-setting');
    await third.choose('Done');
    await third.ended();
    const fourth = await open(['--resume']);
    await fourth.sees('What does listing the workspaces give');
    fourth.type(KEY.ctrlC);
    await fourth.ended();
    expect(home.sessions()).toHaveLength(1);
  });

  it('passes over a session that cannot be read', async () => {
    const first = await open();
    await toQuestion(first);
    first.type(KEY.ctrlC);
    await first.ended();
    writeFileSync(join(home.folder, 'session-9999-01-01T00-00-00-000Z-00000000.json'), '{"version":2');
    const second = await open(['--resume']);
    await second.sees('What does listing the workspaces give');
  });

  it('says so where nothing was kept', async () => {
    const wizard = await openWizard({ home: home.path, argv: ['--resume'] }, 'END');
    expect(wizard.transcript()).toContain('No session was saved, or it was finished.');
    expect(await wizard.ended()).toEqual({ code: 2, ...SANE });
  });
});
