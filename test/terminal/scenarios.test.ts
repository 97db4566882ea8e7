import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { leaked } from './leaked.ts';
import { SCENARIOS } from './pastes.ts';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

const home = homeFolder();

afterEach(closeAll);
afterAll(home.remove);

/** Answers every question until the result stands there. */
const answerAll = async (wizard: RealTerminal, answers: Readonly<Record<string, string>>): Promise<void> => {
  for (let asked = 1; ; asked++) {
    await wizard.until('a question or the result', () => /What next\?|Question \d/.test(wizard.shown()));
    if (wizard.shown().includes('What next?')) return;
    await wizard.sees(`Question ${asked}`);
    await wizard.sees('Skip for now');
    const question = Object.keys(answers).find((text) => wizard.shown().includes(text));
    await wizard.choose(question === undefined ? 'I cannot tell' : (answers[question] ?? ''));
    await wizard.until('the next page', () => !wizard.shown().includes(`Question ${asked}`));
  }
};

describe.each(Object.entries(SCENARIOS))(
  'scenario %s',
  { timeout: PATIENCE },
  (name, { what, paste, secrets, answers, cause }) => {
    it(`${what}: from the paste to the saved report by keys alone`, async () => {
      const wizard = await openWizard({ home: home.path, rows: 32 });
      await wizard.give(paste);
      wizard.type(KEY.enter);
      await answerAll(wizard, answers);
      await wizard.sees('Stops at:');
      await wizard.choose('Save or send');
      await wizard.choose('Save a report');
      await wizard.sees('File to save it to');
      const file = `scenario-${name}.json`;
      wizard.type(`${file}${KEY.enter}`);
      await wizard.sees(`Saved: ${file}`);
      await wizard.choose('Done');
      expect(await wizard.ended()).toEqual({ code: 0, ...SANE });

      const report = readFileSync(join(home.path, file), 'utf8');
      expect(JSON.parse(report)).toMatchObject({ diagnoses: [{ conclusion: { is: 'stops-at', cause } }] });
      expect(statSync(join(home.path, file)).mode & 0o777).toBe(0o600);
      expect(leaked(secrets, wizard.raw())).toEqual([]);
      expect(leaked(secrets, report)).toEqual([]);
    });
  },
);

describe('somebody with nothing to paste', { timeout: PATIENCE }, () => {
  it('is led to a cause by questions alone', async () => {
    const wizard = await openWizard({ home: home.path, rows: 32 });
    wizard.type(KEY.enter);
    await wizard.choose('I have nothing to paste: ask me');
    await wizard.sees('Which API do you call?');
    await wizard.choose('Fabric (api.fabric.microsoft.com/v1)');
    await wizard.sees('What fails: getting the token, or the call with it?');
    await wizard.choose('The call: there is a token, and the API refuses it');
    await wizard.sees('Who makes the call');
    await wizard.choose('An app as itself');
    await wizard.sees('Which HTTP status did the call return?');
    await wizard.choose('Type the answer');
    await wizard.sees('(Enter: I cannot tell)');
    wizard.type(`forbidden${KEY.enter}`);
    await wizard.sees('It has to be an HTTP status, such as 403.');
    wizard.type(`${'\x7f'.repeat('forbidden'.length)}401${KEY.enter}`);
    await wizard.sees('Question 5');
    await wizard.sees('-> 401');
    await wizard.until('a question or the result', () => /What next\?|Skip for now/.test(wizard.shown()));
  });
});

describe('after the fix', { timeout: PATIENCE }, () => {
  it('the call is checked again, and what became of it is said', async () => {
    const { paste = '' } = SCENARIOS['C'] ?? {};
    const wizard = await openWizard({ home: home.path, rows: 32 });
    await wizard.give(paste);
    wizard.type(KEY.enter);
    await wizard.sees('Stops at: tenant-setting');
    await wizard.choose('Check again after the fix');
    await wizard.choose('I repeat it myself');
    await wizard.sees('Repeat the call now.');
    wizard.paste(paste);
    await wizard.sees('Paste 1');
    wizard.type(KEY.enter);
    await wizard.sees('Checked again: it still stops at the same place, for the same cause.');
    await wizard.choose('Check again after the fix');
    await wizard.choose('I repeat it myself');
    await wizard.sees('Repeat the call now.');
    wizard.paste(`${paste.split('HTTP/1.1 401')[0]}HTTP/1.1 200 OK\r\n\r\n{"value":[]}`);
    await wizard.sees('status 200');
    wizard.type(KEY.enter);
    await wizard.sees('Checked again: nothing wrong is left in the call.');
  });
});
