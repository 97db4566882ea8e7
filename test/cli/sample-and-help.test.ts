import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { MANUAL } from '../../src/cli/manual.ts';
import { check } from '../support/check-run.ts';
import { fakeIo } from '../support/fake-io.ts';

describe('the demo', () => {
  it('is shown with no command where stdin is a terminal or empty, says how to check a call of your own, and counts as nothing wrong', async () => {
    for (const io of [fakeIo(), fakeIo('')]) {
      const { calls, out, code } = await check([], io);
      expect(out.split('\n').slice(0, 2).join(' ')).toMatch(/demo.*check FILE/);
      expect(calls[0]?.[0][0]?.text).toContain('HTTP/1.1');
      expect(code).toBe(0);
    }
  });

  it('waits for a pipe only for a while, so that one that never ends hangs nothing', async () => {
    const asked: (number | undefined)[] = [];
    const readStdin = async function* (patience?: number): AsyncGenerator<Uint8Array> {
      asked.push(patience);
      yield* [];
    };
    await check([], fakeIo('', { readStdin }));
    await check(['check'], fakeIo('', { readStdin }));
    expect(asked).toEqual([expect.any(Number), undefined]);
  });

  it('is never shown for a check in a terminal: pasting there would cut long tokens, so a pipe is named', async () => {
    const { err, code } = await check(['check'], fakeIo(undefined, { platform: 'darwin' }));
    expect(err).toMatch(/^INPUT_MISSING: .*\nTry: pbpaste \| fabric-auth-doctor\n$/);
    expect(code).toBe(2);
  });

  it('is never shown for a check that was asked for', async () => {
    const { err, out, code } = await check(['check'], fakeIo(''));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^INPUT_EMPTY: stdin is empty/);
  });
});

describe('help', () => {
  it('shows examples before options, and is data: it goes to stdout', async () => {
    for (const argv of [['--help'], ['check', '--help']]) {
      const { out, err, code } = await check(argv);
      expect([code, err]).toEqual([0, '']);
      expect(out.indexOf('check call.txt')).toBeGreaterThan(-1);
      expect(out.indexOf('check call.txt')).toBeLessThan(out.indexOf('--answer  '));
    }
  });

  it('shows examples of the command that it is asked about, each of which is understood', async () => {
    for (const [command, { examples }] of Object.entries(MANUAL)) {
      const { out } = await check([command, '--help']);
      for (const [line, shows] of examples) {
        expect(out.slice(0, out.indexOf('Usage: '))).toContain(`  ${line}`);
        expect(out).toContain(shows);
        const [, words = ''] = /fabric-auth-doctor ?([^|)]*)/.exec(line) ?? [];
        await expect(parseArguments(words.split(' ').filter(Boolean), 80, () => true)).resolves.not.toHaveProperty(
          'text',
        );
      }
    }
  });

  it('shows the version alone', async () => {
    expect((await check(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
