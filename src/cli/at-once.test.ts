import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scratchFolder } from '../../test/support/scratch-folder.ts';
import { readAtOnce, takesBytes, writeAtOnce } from './at-once.ts';

const folder = scratchFolder('at-once');

/** A pipe that nobody may wait for, as another process may have made it. */
const impatientPipe = (name: string): number => {
  const path = folder.at(name);
  execFileSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(fd));
  return fd;
};

describe.runIf(process.platform !== 'win32')('a pipe that nobody may wait for', () => {
  it('is read as far as it holds something', () => {
    const fd = impatientPipe('read');
    expect(readAtOnce(fd)).toBeUndefined();
    writeSync(fd, 'token');
    expect(Buffer.from(readAtOnce(fd) ?? []).toString()).toBe('token');
    expect(readAtOnce(fd)).toBeUndefined();
  });

  it('gives back what it does not take', () => {
    const fd = impatientPipe('write');
    const text = 'é'.repeat(200_000);
    const left = writeAtOnce(fd, text);
    const taken = Buffer.alloc(400_000);
    const length = readSync(fd, taken);
    expect(length).toBeLessThan(400_000);
    expect(Buffer.concat([taken.subarray(0, length), left ?? Buffer.alloc(0)]).toString()).toBe(text);
  });

  it('takes bytes, and so does a file, but no device and nothing that is closed', () => {
    const fd = impatientPipe('kind');
    const file = openSync(folder.at('file'), 'w+');
    const device = openSync('/dev/null', 'r+');
    expect([fd, file, device].map((each) => takesBytes(each, 'linux'))).toEqual([true, true, false]);
    expect(takesBytes(fd, 'win32')).toBe(false);
    for (const each of [file, device]) closeSync(each);
    expect(takesBytes(device, 'linux')).toBe(false);
  });
});

describe('a file', () => {
  it('is read to its end and written whole', () => {
    writeFileSync(folder.at('whole'), 'a'.repeat(100_000));
    const fd = openSync(folder.at('whole'), 'r');
    const lengths = [readAtOnce(fd), readAtOnce(fd), readAtOnce(fd)].map((bytes) => bytes?.length);
    closeSync(fd);
    expect(lengths).toEqual([65_536, 34_464, 0]);
    const out = openSync(folder.at('out'), 'w');
    expect(writeAtOnce(out, 'report')).toHaveLength(0);
    closeSync(out);
  });
});
