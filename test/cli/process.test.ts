import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;

const start = (argv: readonly string[], stdin: 'ignore' | 'pipe') =>
  spawn(process.execPath, ['--import', 'tsx', MAIN, ...argv], { stdio: [stdin, 'pipe', 'pipe'] });

const textOf = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
};

describe('the process', () => {
  it('names itself as it is typed where npm starts it in a checkout, and by its name elsewhere', async () => {
    const tried = async (event: string): Promise<string> => {
      const env = { ...process.env, npm_lifecycle_event: event, npm_package_name: 'fabric-auth-doctor' };
      return textOf(spawn(process.execPath, ['--import', 'tsx', MAIN, 'token', 'nope.txt'], { env }).stderr);
    };
    expect(await tried('start')).toMatch(/Try: npm(?:\.cmd)? start -s -- token FILE/);
    expect(await tried('test')).toContain('Try: fabric-auth-doctor token FILE');
  });

  it('shows the demo and ends well where stdin is /dev/null', async () => {
    const child = start([], 'ignore');
    const closed = once(child, 'close');
    const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    expect(out).toMatch(/^This is a demo/);
    expect([(await closed)[0], err]).toEqual([0, '']);
  });

  it('shows the demo after a while where stdin is a pipe that nobody closes', async () => {
    const child = start([], 'pipe');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  it('ends quietly when the reader of its output has gone', async () => {
    const child = start(['check', '-', '--format', 'json'], 'pipe');
    const closed = once(child, 'close');
    child.stdout?.destroy();
    child.stdin?.end('HTTP/1.1 401 Unauthorized\n');
    expect(await textOf(child.stderr)).toBe('');
    expect([1, 3]).toContain((await closed)[0]);
  });
});
