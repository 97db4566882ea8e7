import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { leaked } from './leaked.ts';
import { SCENARIOS } from './pastes.ts';
import { closeAll, homeFolder, KEY, NOW, openWizard, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

const home = homeFolder();
const { A, B, D } = SCENARIOS;

afterEach(closeAll);
afterAll(home.remove);

const toResult = async (wizard: RealTerminal): Promise<void> => {
  await wizard.give(A?.paste ?? '');
  wizard.type(KEY.enter);
  await wizard.sees('What next?');
};

const COLOUR = /\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7]|2|1)m/;
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('the look of the wizard', { timeout: PATIENCE }, () => {
  it('fits into 40 columns and 24 rows: where it stops and what to do next are both in sight', async () => {
    const wizard = await openWizard({ home: home.path, columns: 40, rows: 24 });
    await toResult(wizard);
    expect(wizard.shown()).toContain('Stops at: credential');
    expect(wizard.shown()).toContain('Who acts: You (the caller)');
    expect(wizard.shown()).toMatch(/› 1\. /);
    expect(widest(wizard.shown())).toBeLessThanOrEqual(40);
  });

  it('shows question, reasons and answers at once in 80 columns and 24 rows', async () => {
    const wizard = await openWizard({ home: home.path });
    await wizard.give(D?.paste ?? '');
    wizard.type(KEY.enter);
    await wizard.sees('Skip for now');
    for (const text of ['Why:', 'Where:', 'Who can see it:', 'I cannot tell', 'More:', 'What does listing']) {
      expect(wizard.shown()).toContain(text);
    }
  });

  it('is drawn again when the terminal changes its size, in the middle of a menu', async () => {
    const wizard = await openWizard({ home: home.path, columns: 100, rows: 32 });
    await toResult(wizard);
    wizard.resize({ columns: 50, rows: 28 });
    await wizard.until('narrow lines', () => /Stops at/.test(wizard.shown()) && widest(wizard.shown()) <= 50);
    wizard.resize({ columns: 90, rows: 32 });
    await wizard.until('wide lines', () => widest(wizard.shown()) > 60);
    await wizard.choose('Done');
    expect(await wizard.ended()).toEqual({ code: 0, ...SANE });
  });

  it('has no colour under NO_COLOR, and colour without it', async () => {
    const without = await openWizard({ home: home.path, env: { NO_COLOR: '1' } });
    await toResult(without);
    expect(without.raw()).not.toMatch(COLOUR);
    const coloured = await openWizard({ home: home.path });
    await toResult(coloured);
    expect(coloured.raw()).toMatch(COLOUR);
  });

  it('is ASCII where the terminal has no more', async () => {
    const wizard = await openWizard({ home: home.path, env: { LANG: 'C', LC_ALL: 'C' } });
    await toResult(wizard);
    expect(wizard.raw()).toMatch(/^[\x00-\x7f]*$/);
    expect(wizard.shown()).toContain('x Stops at: credential - the authorization code');
  });

  it.each([
    ['a dumb terminal', { env: { TERM: 'dumb' } }],
    ['--plain', { argv: ['--plain', '--now', NOW] }],
  ])('on %s is lines that follow each other: numbered answers, no marks, nothing drawn again', async (_, options) => {
    const wizard = await openWizard({ home: home.path, rows: 60, ...options });
    wizard.paste(D?.paste ?? '');
    await wizard.sees('Recognised: Access token, app');
    wizard.type(KEY.enter);
    await wizard.sees('Type a number from 1 to 7, then Enter:');
    expect(wizard.shown()).toContain('1: A list, and this workspace is in it');
    wizard.type(`9${KEY.enter}2${KEY.enter}`);
    await wizard.until('the choice', () => wizard.transcript().includes('Chosen: A list without this workspace'));
    // It is longer than the screen.
    await wizard.until('the verdict', () => wizard.transcript().includes('Verdict: stops at workspace, likely.'));
    expect(wizard.transcript()).not.toMatch(/[✓✗›↑]/);
    expect(wizard.raw().replace(/\x1b\[\?2004[hl]|\x1b\[\?25h|\x1b\[\d*m/g, '')).not.toContain('\x1b');
    expect(leaked(D?.secrets ?? [], wizard.raw())).toEqual([]);
    wizard.type(KEY.ctrlC);
    expect(await wizard.ended()).toEqual({ code: 130, ...SANE });
  });

  it('asks nothing under --no-input, in a terminal too', async () => {
    const wizard = await openWizard({ home: home.path, rows: 60, argv: ['--no-input'] }, 'END');
    expect(wizard.transcript()).toContain('Stops at:');
    expect(wizard.transcript()).not.toContain('What next?');
    expect(await wizard.ended()).toEqual({ code: 0, ...SANE });
  });
});

/** Screens of a session, each under its heading. */
const screens = (named: readonly (readonly [string, string])[]): string =>
  named.map(([title, screen]) => `## ${title}\n\n\`\`\`text\n${screen}\n\`\`\`\n`).join('\n');

const HEAD = `# The wizard, screen by screen

\`fabric-auth-doctor\` without arguments in a terminal asks and answers. These are its screens in 80 columns and 24 rows, as
\`test/terminal/look.test.ts\` sees them; the test fails when this page is not what the wizard shows (\`npx vitest run
test/terminal/look.test.ts -u\` writes it).

Keys: arrows or a number, then Enter. A text that is pasted into a menu is taken as one more paste. Ctrl-C leaves at any
point; what was given is kept without its secrets, and \`fabric-auth-doctor --resume\` goes on with what was left last. Each
session is kept in a file of its own that only you may read, in \`fabric-auth-doctor/sessions\` in the folder for the state of
programs (\`$XDG_STATE_HOME\`, else \`~/.local/state\`; \`%LOCALAPPDATA%\` on Windows), until the session that went on is done.
\`--plain\` says the same line by line, for screen readers.

Live checks are answers: "Let me look" shows the request, asks, and sends it with the token that was pasted. Tokens live in
memory only: after \`--resume\` the token has to be pasted again.

`;

/** Another failure, where the token is at fault. */
const rightRequestScreens = async (): Promise<readonly (readonly [string, string])[]> => {
  const wizard = await openWizard({ home: home.path });
  await wizard.give(B?.paste ?? '');
  wizard.type(KEY.enter);
  await wizard.sees('What next?');
  await wizard.choose('Show the request done right');
  await wizard.sees('In which language?');
  await wizard.sees('number, then');
  const languages = wizard.shown();
  await wizard.choose('bash with curl');
  await wizard.sees('Save the script');
  await wizard.sees('number, then');
  return [
    ['The request done right: the language', languages],
    ['The request done right', wizard.shown()],
  ];
};

it('docs/wizard.md shows the wizard as it is', { timeout: PATIENCE }, async () => {
  const wizard = await openWizard({ home: home.path });
  const seen: (readonly [string, string])[] = [];
  const see = (title: string): number => seen.push([title, wizard.shown()]);
  see('The first prompt');
  await wizard.give(D?.paste ?? '');
  see('What was recognised');
  wizard.type(KEY.enter);
  await wizard.sees('Ctrl-C leaves; you');
  see('A question');
  await wizard.choose('Let me look');
  await wizard.sees('Do not send it');
  await wizard.sees('number, then');
  see('A live check, before anything is sent');
  await wizard.choose('Do not send it');
  await wizard.sees('Question 1');
  await wizard.choose('More:');
  await wizard.sees('Back');
  see('More');
  await wizard.choose('See the checklist');
  await wizard.sees('Go to which step?');
  await wizard.sees('number, then');
  see('The checklist');
  await wizard.choose('Back');
  await wizard.choose('Back');
  await wizard.choose('A list without this workspace');
  await wizard.sees('What next?');
  await wizard.sees('number, then');
  see('The result');
  await wizard.choose('Check again after the fix');
  await wizard.sees('How is the call to be checked again?');
  await wizard.sees('number, then');
  see('Check again after the fix');
  await wizard.choose('Back to the result');
  await wizard.sees('What next?');
  await wizard.choose('The fix step by step');
  await wizard.sees('Back to the result');
  await wizard.sees('number, then');
  see('The fix');
  await wizard.choose('Back to the result');
  await wizard.choose('Save or send');
  await wizard.sees('number, then');
  see('Save or send');
  await wizard.choose('Message for: Workspace admin');
  await wizard.sees('Save this message');
  await wizard.sees('number, then');
  see('A message for the admin');
  await wizard.choose('Back to the result');
  await wizard.choose('Save or send');
  await wizard.choose('The same as one command line');
  await wizard.sees('Back to the result');
  await wizard.sees('number, then');
  see('The same as one command line');
  wizard.type(KEY.ctrlC);
  await wizard.ended();
  const left = wizard.transcript();
  seen.push(['Left by Ctrl-C', left.slice(left.lastIndexOf('Left.'), left.lastIndexOf('code ')).trimEnd()]);
  seen.push(...(await rightRequestScreens()));
  await expect(HEAD + screens(seen)).toMatchFileSnapshot(join(process.cwd(), 'docs', 'wizard.md'));
});
