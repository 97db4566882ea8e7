import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeFolder, KEY, openTerminal, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

let home = homeFolder();
beforeEach(() => {
  home = homeFolder();
});
const opened: RealTerminal[] = [];
afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.close();
  home.remove();
});

const SECRET = `${'aB3~'.repeat(9)}xyz1`;

/** A probe of a token request, at the question whether it may be sent. */
const asked = async (): Promise<RealTerminal> => {
  const file = join(home.path, 'call.txt');
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: '6e098390-0f5e-446c-a44a-c6d9ea9764d5',
    client_secret: SECRET,
    scope: 'https://api.fabric.microsoft.com/.default',
  });
  const url = 'https://login.microsoftonline.com/4cb58381-19f4-4985-9067-c0b3e9da3d0e/oauth2/v2.0/token';
  writeFileSync(file, `POST ${url} HTTP/1.1\ncontent-type: application/x-www-form-urlencoded\n\n${form}\n`);
  const terminal = await openTerminal({ home: home.path, argv: ['probe', file], rows: 60, columns: 120 });
  opened.push(terminal);
  await terminal.sees('Send this, and further reads like it?');
  return terminal;
};

describe('probe in a terminal, before anything is sent', () => {
  it(
    'shows the request without its secret, and asks',
    async () => {
      const terminal = await asked();
      expect(terminal.shown()).toContain('client_secret: (client secret, 40 characters)');
      expect(terminal.raw()).not.toContain(SECRET);
      terminal.type('n');
      terminal.type(KEY.enter);
      expect(await terminal.ended()).toEqual({ code: 4, ...SANE });
      expect(terminal.transcript()).toContain('Nothing was checked live, as you did not agree.');
    },
    PATIENCE,
  );

  it(
    'ends by Ctrl-C with 130, and leaves the terminal as it was',
    async () => {
      const terminal = await asked();
      terminal.type(KEY.ctrlC);
      expect(await terminal.ended()).toEqual({ code: 130, ...SANE });
      expect(terminal.raw()).toContain('Stopped. Nothing more is sent.');
      expect(terminal.raw()).not.toContain('INTERNAL');
    },
    PATIENCE,
  );
});
