import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/scratch-folder.ts';
import { outlet } from './outlet.ts';

const folder = scratchFolder('outlet');

/** A stream that keeps what is written to it. */
const kept = () => {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { open: () => stream as NodeJS.WriteStream, text: () => Buffer.concat(chunks).toString() };
};

describe('what is written', () => {
  it('goes to a file at once, and to its stream from when somebody listens for Ctrl-C', () => {
    const fd = openSync(folder.at('file'), 'w');
    const stream = kept();
    let mayWait = true;
    const { write } = outlet({ fd, platform: 'linux' }, stream.open, () => mayWait);
    write('one ');
    mayWait = false;
    write('two ');
    mayWait = true;
    write('three');
    closeSync(fd);
    expect([readFileSync(folder.at('file'), 'utf8'), stream.text()]).toEqual(['one ', 'two three']);
  });

  it.runIf(process.platform !== 'win32')('goes on by the stream where a pipe is full, in its order', () => {
    execFileSync('mkfifo', [folder.at('pipe')]);
    const fd = openSync(folder.at('pipe'), constants.O_RDWR | constants.O_NONBLOCK);
    const stream = kept();
    const { write } = outlet({ fd, platform: 'linux' }, stream.open, () => true);
    const numbers = Array.from({ length: 30_000 }, (_, n) => `${n}\n`);
    for (const each of numbers) write(each);
    const taken = Buffer.alloc(200_000);
    const length = readSync(fd, taken);
    closeSync(fd);
    expect(taken.subarray(0, length).toString() + stream.text()).toBe(numbers.join(''));
  });

  it.runIf(process.platform !== 'win32')('ends where the reader of a pipe has gone', async () => {
    const program = `
      import { outlet } from ${JSON.stringify(new URL('./outlet.ts', import.meta.url).href)};
      const { write, isReady } = outlet({ fd: 1, platform: 'linux' }, () => process.stdout, () => true);
      process.once('message', async () => {
        write('report');
        write('more');
        process.exitCode = (await isReady()) ? 1 : 0;
        process.disconnect();
      });`;
    const argv = ['--import', 'tsx', '--input-type=module', '-e', program];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    child.stdout?.destroy();
    child.send('go');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
