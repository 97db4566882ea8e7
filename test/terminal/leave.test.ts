import { existsSync, readFileSync, statSync } from 'node:fs';
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

const sessionFile = (): string => join(home.path, 'state', 'fabric-auth-doctor', 'session.json');
const { A, C, D } = SCENARIOS;

const toQuestion = async (wizard: RealTerminal): Promise<void> => {
  wizard.paste(D?.paste ?? '');
  await wizard.sees('Ctrl-Z takes');
  wizard.type(KEY.enter);
  await wizard.sees('Skip for now');
};

/** Each prompt that the wizard has, and how to get there. */
const PROMPTS: Readonly<Record<string, (wizard: RealTerminal) => Promise<void>>> = {
  'the first prompt': async () => undefined,
  'a paste': async (wizard) => {
    wizard.paste(A?.paste ?? '');
    await wizard.sees('Ctrl-Z takes');
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
    wizard.paste(A?.paste ?? '');
    await wizard.sees('Ctrl-Z takes');
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
    expect(existsSync(sessionFile())).toBe(!isEmpty);
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
    wizard.paste(`${A?.paste}\r\rclient_secret=${CODE.slice(5, 60)}`);
    await wizard.sees('Ctrl-Z takes');
    wizard.type(KEY.ctrlC);
    await wizard.ended();
    expect(statSync(sessionFile()).mode & 0o777).toBe(0o600);
    expect(leaked([CODE], readFileSync(sessionFile(), 'utf8'))).toEqual([]);
  });
});

it('says so where nothing can be kept', { timeout: PATIENCE }, async () => {
  const wizard = await openWizard({ home: home.path, env: { XDG_STATE_HOME: '/dev/null' } });
  wizard.paste(A?.paste ?? '');
  await wizard.sees('Ctrl-Z takes');
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
    expect(existsSync(sessionFile())).toBe(false);
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

  it('says so where nothing was kept', async () => {
    const wizard = await openWizard({ home: home.path, argv: ['--resume'] }, 'END');
    expect(wizard.transcript()).toContain('No session was saved, or it was finished.');
    expect(await wizard.ended()).toEqual({ code: 2, ...SANE });
  });
});
