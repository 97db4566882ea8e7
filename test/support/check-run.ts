import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnose } from '../../src/cli/commands/check.ts';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from './fake-io.ts';
import { confirmedDiagnosis } from './sample-diagnosis.ts';

/** A folder with one file of every kind that a person may name. */
export const inputFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'check-'));
  const file = (name: string): string => join(path, name);
  await writeFile(file('call.txt'), 'GET https://api.fabric.microsoft.com/v1/workspaces\n');
  await writeFile(file('empty.txt'), ' \n\n');
  await writeFile(file('picture.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await writeFile(file('windows.txt'), Buffer.from('\ufeffGET https://x.example/ü\r\n', 'utf16le'));
  await mkdir(file('logs'));
  return { path, file, remove: () => rm(path, { recursive: true }) };
};

/** Runs a command line with an engine that finds what it is told to, and tells all that came of it. */
export const check = async (
  argv: readonly string[],
  io = fakeIo(),
  diagnoses: ReturnType<Diagnose> = [confirmedDiagnosis()],
) => {
  const calls: Parameters<Diagnose>[] = [];
  const engine = async (): Promise<Diagnose> => (pastes, context) => {
    calls.push([pastes, context]);
    return diagnoses;
  };
  const code = await run(argv, io, engine);
  return { code, calls, ...io.said };
};
