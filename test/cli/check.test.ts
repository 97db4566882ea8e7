import { describe, expect, it } from 'vitest';
import { check, inputFolder } from '../support/check-run.ts';
import { fakeIo } from '../support/fake-io.ts';
import { confirmedDiagnosis, unexplainedDiagnosis } from '../support/sample-diagnosis.ts';

const file = inputFolder();

describe('check', () => {
  it('reads files in the order given, with their names', async () => {
    const { calls, code } = await check(['check', file('windows.txt'), file('call.txt')]);
    expect(calls[0]?.[0].map(({ text }) => text)).toEqual([
      'GET https://x.example/ü\r\n',
      'GET https://api.fabric.microsoft.com/v1/workspaces\n',
    ]);
    expect(calls[0]?.[0].map(({ name }) => name)).toEqual([file('windows.txt'), file('call.txt')]);
    expect(code).toBe(1);
  });

  it('reads stdin beside files where - stands', async () => {
    const { calls } = await check(['check', file('call.txt'), '-'], fakeIo('HTTP/1.1 401\n'));
    expect(calls[0]?.[0].map(({ name }) => name)).toEqual([file('call.txt'), 'stdin']);
  });

  it('reads stdin without any command, which is what a pipe wants', async () => {
    const { calls, out } = await check([], fakeIo('HTTP/1.1 401\n'));
    expect(calls[0]?.[0]).toEqual([{ text: 'HTTP/1.1 401\n', name: 'stdin' }]);
    expect(out).toMatch(/^✗ Stops at: credential/);
  });

  it('takes a file without the word check', async () => {
    const { calls } = await check([file('call.txt')]);
    expect(calls[0]?.[0]).toHaveLength(1);
  });

  it('hands on answers and the time, and does not take the next word for an answer', async () => {
    const time = '2026-02-03T04:05:06.000Z';
    const { calls } = await check([
      'check',
      '--answer',
      'caller.kind=user',
      file('call.txt'),
      '--answer=response.status=401',
      '--now',
      '2026-02-03T05:05:06+01:00',
    ]);
    expect(calls[0]?.[1]).toEqual({ now: time, answers: { 'caller.kind': 'user', 'response.status': '401' } });
    expect(calls[0]?.[0]).toHaveLength(1);
  });

  it('takes answers without any text, and diagnoses from them alone', async () => {
    for (const io of [fakeIo(), fakeIo('')]) {
      const { calls, out } = await check(['check', '--answer', 'response.status=401'], io);
      expect(calls).toEqual([[[], { now: '2026-03-01T12:00:00.000Z', answers: { 'response.status': '401' } }]]);
      expect(out).not.toContain('sample');
    }
  });

  it('uses the clock of the world where no time is given', async () => {
    const { calls } = await check(['check', file('call.txt')]);
    expect(calls[0]?.[1].now).toBe('2026-03-01T12:00:00.000Z');
  });

  it('gives the same exit code in every format', async () => {
    const nothing = { ...unexplainedDiagnosis(), facts: {} };
    const cases = [
      [[confirmedDiagnosis()], 1],
      [[unexplainedDiagnosis()], 3],
      [[unexplainedDiagnosis(), confirmedDiagnosis()], 1],
      [[nothing], 0],
      [[], 3],
    ] as const;
    for (const [diagnoses, expected] of cases) {
      for (const format of ['text', 'json']) {
        const { code } = await check(['check', file('call.txt'), '--format', format], fakeIo(), diagnoses);
        expect(code).toBe(expected);
      }
    }
  });

  it('writes nothing but the document to stdout as JSON', async () => {
    const { out, err } = await check(['check', file('call.txt'), '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      tool: { name: 'fabric-auth-doctor' },
      now: '2026-03-01T12:00:00.000Z',
    });
    expect(err).toBe('');
  });
});

describe('colour', () => {
  const ESC = String.fromCharCode(27);
  const coloured = async (env: Record<string, string>, stdoutIsTty: boolean, argv: readonly string[] = []) =>
    (await check(['check', file('call.txt'), ...argv], fakeIo(undefined, { env, stdoutIsTty }))).out.includes(ESC);

  it('is used in a terminal, and not in a pipe or a file', async () => {
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
  });

  it('adds nothing but colour', async () => {
    const reportIn = async (env: Record<string, string>): Promise<string> =>
      (
        await check(['check', file('call.txt')], fakeIo(undefined, { env }), [
          confirmedDiagnosis(),
          unexplainedDiagnosis(),
        ])
      ).out;
    const painted = await reportIn({ FORCE_COLOR: '1' });
    expect(painted.replaceAll(/\x1b\[\d+m/g, '')).toBe(await reportIn({}));
  });

  it('obeys --no-color, NO_COLOR, FORCE_COLOR and a dumb terminal, in that order', async () => {
    expect(await coloured({ FORCE_COLOR: '1' }, true, ['--no-color'])).toBe(false);
    expect(await coloured({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await coloured({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(await coloured({ TERM: 'dumb' }, true)).toBe(false);
  });
});
