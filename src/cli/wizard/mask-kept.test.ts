import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/scratch-folder.ts';
import { buildToken } from '../../../test/support/token.ts';
import { diagnoseSession } from './calls-of.ts';
import type { Engine } from './engine.ts';
import { recognisedLines } from './recognised-lines.ts';
import { newSession, type Session } from './session.ts';
import { loadSession, saveSession } from './session-file.ts';
import { workingEngine } from './working-engine.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const token = buildToken({
  aud: 'https://graph.microsoft.com',
  name: 'Ada Lovelace',
  upn: 'ada@contoso.example',
  scp: 'User.Read',
});
const call = {
  text: `Hello, Ada Lovelace here, write to ada@contoso.example\n\nGET https://api.powerbi.com/v1.0/myorg/groups\nAuthorization: Bearer ${token}\n\nHTTP/1.1 403 Forbidden\ncontent-length: 0\n\n`,
};
const har = {
  text: JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        {
          startedDateTime: NOW,
          request: {
            method: 'GET',
            url: 'https://api.powerbi.com/v1.0/myorg/groups',
            headers: [
              { name: 'Authorization', value: `Bearer ${token}` },
              { name: 'x-user', value: 'ada@contoso.example' },
            ],
          },
          response: { status: 403, headers: [], content: { text: '{"owner":"Ada Lovelace"}' } },
        },
      ],
    },
  }),
};
const folder = scratchFolder('kept');

const sessionOf = (engine: Engine, text: string) => ({ ...newSession(NOW), pastes: [engine.takeApart({ text }, NOW)] });
const saved = (name: string): string =>
  readFileSync(join(folder.at(name), readdirSync(folder.at(name))[0] ?? ''), 'utf8');

describe('names and addresses of persons', () => {
  it.each([
    ['a text', call.text],
    ['a recording', har.text],
  ])('of %s are in no session file, and the session goes on as it was', async (name, text) => {
    const engine = workingEngine({ personal: true });
    const session = sessionOf(engine, text);
    await saveSession(session, engine, folder.at(name), NOW);
    expect(saved(name)).not.toMatch(/Lovelace|ada@|contoso/);
    expect(saved(name)).toMatch(/person-1|mail-1/);
    const { session: again } = await loadSession(folder.at(name));
    const verdicts = (each: Session) =>
      diagnoseSession(each, engine).map(({ findings }) => findings.map(({ cause, verdict }) => [cause, verdict]));
    expect(verdicts(again)).toEqual(verdicts(session));
    expect(verdicts(session)).not.toEqual([]);
  });

  it('are on no screen that says what was recognised', () => {
    const engine = workingEngine({ personal: true });
    const lines = recognisedLines(engine.recognise({ text: call.text }), NOW).join('\n');
    expect(lines).not.toMatch(/Lovelace|ada@/);
  });

  it('stay where they are wanted', async () => {
    const engine = workingEngine({ personal: false });
    await saveSession(sessionOf(engine, call.text), engine, folder.at('wanted'), NOW);
    expect(saved('wanted')).toContain('Ada Lovelace');
  });
});
