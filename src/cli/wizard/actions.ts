import type { Diagnosis } from '../../model/diagnosis.ts';
import { paragraph } from '../../report/layout.ts';
import { clipboardCommand } from '../clipboard.ts';
import { renderer } from '../commands/render.ts';
import { TOOL, UsageError } from '../errors.ts';
import { STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { shellWord } from '../quote.ts';
import type { Face, Page } from './face.ts';
import { noPage } from './face.ts';
import type { Session } from './session.ts';

const SUGGESTED = 'fabric-auth-report.txt';

/** A report in the format that the name of its file asks for. */
const reportFor = async (file: string, diagnoses: readonly Diagnosis[], now: string, io: Io): Promise<string> => {
  const format = /\.json$/i.test(file) ? 'json' : 'text';
  const options = { files: [], answers: {}, format, output: file, force: false, colour: false, plain: false } as const;
  const render = await renderer(format, { ...options, sampleWhenEmpty: false }, io);
  return render(diagnoses, now);
};

/** Asks for a file and saves the report to it; nothing is overwritten. */
export const saveReport = async (face: Face, io: Io, diagnoses: readonly Diagnosis[], now: string): Promise<Page> => {
  for (let said: Page = noPage; ; ) {
    const typed = await face.ask(said, {
      message: `File to save the report to (Enter: ${SUGGESTED}):`,
      problem: () => undefined,
    });
    const file = typed.trim() === '' ? SUGGESTED : typed.trim();
    try {
      await writeOutput(file, await reportFor(file, diagnoses, now, io), false);
      return (style) => [
        ...paragraph(`The report is in ${file}. It holds no secret.`, style, 0).map(style.colour.good),
        '',
      ];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const { message } = error;
      said = (style) => [...paragraph(message, style, 0).map(style.colour.warn), ''];
    }
  }
};

const answerOptions = ({ answers }: Session): readonly string[] =>
  Object.entries(answers).map(([fact, value]) => `--answer ${shellWord(`${fact}=${value}`)}`);

/** The same as one command line, for a script or a colleague. */
export const commandLine = (session: Session, platform: string): readonly string[] => {
  const files = session.pastes.map(({ name }) => name).filter((name) => name !== undefined);
  const hasText = session.pastes.length + session.kept.texts.length > 0;
  const input = files.length === session.pastes.length ? files.map(shellWord) : [STDIN];
  const lead = hasText && input.includes(STDIN) ? `${clipboardCommand(platform)} check` : `${TOOL} check`;
  return [[lead, ...(hasText ? input : []), ...answerOptions(session)].join(' ')];
};
