import { toCheckOptions } from '../../src/cli/commands/check-options.ts';
import { renderer } from '../../src/cli/commands/render.ts';
import type { Io } from '../../src/cli/io.ts';
import { diagnose, redact } from '../../src/index.ts';
import type { Paste } from '../../src/model/paste.ts';
import { diagnosisMasker } from '../../src/report/mask-diagnosis.ts';
import { fakeIo } from '../support/fake-io.ts';
import { ran } from '../support/ran.ts';

/** Runs a command with a text on stdin; all that it says, on both streams. */
export const said = async (argv: readonly string[], text: string, changes: Partial<Io> = {}): Promise<string> => {
  const { out, err } = await ran(argv, text, changes);
  return `${out}\n${err}`;
};

/** Every way in which what was pasted can leave the tool. A new format of a report belongs here. */
export const OUTPUTS: Readonly<Record<string, (text: string) => Promise<string>>> = {
  'the report as text': (text) => said(['check', '-'], text),
  'the report for screen readers': (text) => said(['check', '-', '--plain'], text, { env: { LANG: 'C' } }),
  'the report as JSON': (text) => said(['check', '-', '--format', 'json'], text),
  'the report as JSON lines': (text) => said(['check', '-', '--format', 'jsonl'], text),
  'the report as Markdown': (text) => said(['check', '-', '--format', 'markdown'], text),
  'the report as HTML': (text) => said(['check', '-', '--format', 'html'], text),
  'the report as a case': (text) => said(['check', '-', '--format', 'case'], text),
  'the report as a message': (text) => said(['check', '-', '--format', 'message'], text),
  'the report with personal data': (text) => said(['check', '-', '--include-personal', '--format', 'json'], text),
  'the reading of a token': (text) => said(['token', '-'], text),
  'the reading of a token with personal data': (text) =>
    said(['token', '-', '--format', 'json', '--include-personal'], text),
  'redacted text': (text) => said(['redact', '-'], text),
  'redacted text with ids masked': (text) => said(['redact', '-', '--mask-ids'], text),
};

/** All of them, one after the other. */
export const allOutputs = async (text: string): Promise<string> => {
  const all: string[] = [];
  for (const output of Object.values(OUTPUTS)) all.push(await output(text));
  return all.join('\n');
};

/** Formats of one report; `jsonl` holds what `json` does. */
const REPORTS = ['text', 'markdown', 'html', 'json'] as const;
const NOW = '2026-03-01T12:00:00.000Z';

/** The reports of pastes in every format that is made at once, and the pastes redacted. */
export const allReports = async (pastes: readonly Paste[]): Promise<string> => {
  const diagnoses = diagnose(pastes, { now: NOW }).map(diagnosisMasker().diagnosis);
  const reports: string[] = pastes.map(({ text }) => redact(text).text);
  for (const format of REPORTS) {
    const render = await renderer(format, toCheckOptions({ files: [], format }, false), fakeIo());
    reports.push(render(diagnoses, NOW));
  }
  return reports.join('\n');
};
