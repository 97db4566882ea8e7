import { mkdirSync } from 'node:fs';
import type { Diagnose } from '../../src/cli/diagnose.ts';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from './fake-io.ts';
import { confirmedDiagnosis } from './sample-diagnosis.ts';
import { scratchFolder } from './scratch-folder.ts';

/** A folder with one file of every kind that a person may name, for a suite; gives the place of a file in it. */
export const inputFolder = (): ((name: string) => string) => {
  const { at, write } = scratchFolder('check');
  write('call.txt', 'GET https://api.fabric.microsoft.com/v1/workspaces\n');
  write('empty.txt', ' \n\n');
  write('picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  write('windows.txt', Buffer.from('\ufeffGET https://x.example/ü\r\n', 'utf16le'));
  mkdirSync(at('logs'));
  return at;
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
