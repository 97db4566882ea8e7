import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import { command, paragraph } from '../../report/layout.ts';
import { type Letter, lettersOf } from '../../report/message.ts';
import { readable } from '../../report/readable.ts';
import type { Style } from '../../report/style.ts';
import { WHO_WORDS } from '../../report/words.ts';
import { wrap } from '../../report/wrap.ts';
import { clipboardCommand } from '../clipboard.ts';
import { toCheckOptions } from '../commands/check-options.ts';
import { renderer } from '../commands/render.ts';
import { TOOL, UsageError } from '../errors.ts';
import { type Format, formatOf } from '../format.ts';
import { STDIN } from '../input.ts';
import { writeOutput } from '../output.ts';
import { shellWord } from '../quote.ts';
import { type Choice, type Face, noPage, type Page } from './face.ts';
import { sentencePage } from './pages.ts';
import { readThrough } from './read-through.ts';
import type { Session } from './session.ts';
import type { World } from './tour.ts';

/** What is shared: the diagnosis on the screen, and all of its session. */
export interface Shared {
  readonly diagnosis: Diagnosis;
  readonly all: readonly Diagnosis[];
  readonly session: Session;
}

/** Asks for a file and writes a text to it; nothing is overwritten. What was done stands above the next menu. */
export const saveText = async (
  suggested: string,
  message: string,
  textFor: (file: string) => Promise<string>,
  face: Face,
): Promise<Page> => {
  for (let said: Page = noPage; ; ) {
    const typed = await face.ask(said, { message: `${message} (Enter: ${suggested}):`, problem: () => undefined });
    const file = typed.trim() === '' ? suggested : typed.trim();
    try {
      await writeOutput(file, await textFor(file), false);
      return (style) => [...paragraph(`Saved: ${file}. It holds no secret.`, style, 0).map(style.colour.good), ''];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      said = sentencePage(error.message);
    }
  }
};

/** What is written where a format is asked for. */
const SAVED: Readonly<Record<Format, Parameters<typeof renderer>[0]>> = {
  text: 'text',
  markdown: 'markdown',
  html: 'html',
  json: 'json',
  jsonl: 'json',
  message: 'message',
  case: 'markdown',
};

/** A report in the format that the name of its file asks for. */
const saveReport = ({ all, session }: Shared, face: Face, { io }: World): Promise<Page> =>
  saveText(
    'fabric-auth-report.md',
    'File to save it to, .md, .html, .json or .txt',
    async (file) => {
      const format = SAVED[formatOf(file) ?? 'text'];
      const render = await renderer(format, toCheckOptions({ files: [], output: file }, false), io);
      return render(all, session.now);
    },
    face,
  );

/** A line of a letter, wrapped under its own beginning. */
const wrapped = (line: string, { width }: Style): readonly string[] =>
  line.trim() === '' ? [''] : wrap(line, width, /^ */.exec(line)?.[0]);

const showLetter = async ({ text }: Letter, face: Face, world: World): Promise<Page> => {
  const page: Page = (style) => text.split('\n').flatMap((line) => wrapped(line, style));
  const way = await readThrough(page, face, world.room, [{ value: 'save', name: 'Save this message' }]);
  return way === 'save' ? saveText('message.txt', 'File to save it to', async () => text, face) : noPage;
};

const answerOptions = (answers: Answers): readonly string[] =>
  Object.entries(answers).map(([fact, value]) => `--answer ${shellWord(`${fact}=${value}`)}`);

/** The same as one command line, for a script or a colleague. */
const commandLine = ({ kept, pastes, answers }: Session, platform: string): string => {
  const own = pastes.filter(({ isLive }) => !isLive);
  const files = own.flatMap(({ name }) => name ?? []);
  const isNamed =
    files.length === own.length &&
    (own.length > 0 || pastes.length === 0) &&
    kept.text.texts.length + kept.recordings.length === 0;
  const lead = isNamed ? `${TOOL} check` : `${clipboardCommand(platform)} check ${STDIN}`;
  return [lead, ...files.map(shellWord), ...answerOptions(answers)].join(' ');
};

const COMMAND_INTRO = 'The same without questions, for a script or a colleague. What you pasted goes in once more:';

const showCommand = async ({ session }: Shared, face: Face, { io, room }: World): Promise<Page> => {
  const line = commandLine(session, io.platform);
  const page: Page = (style, rows) => [...sentencePage(COMMAND_INTRO)(style, rows), ...command(line, style, 2), ''];
  await readThrough(page, face, room);
  return noPage;
};

type Act = (shared: Shared, face: Face, world: World) => Promise<Page>;

/** Saves or shows what can be handed on; gives what to say of it. */
export const share: Act = async (shared, face, world) => {
  const letters = lettersOf(readable(shared.diagnosis, true));
  const choices: readonly Choice<Act>[] = [
    { value: saveReport, name: 'Save a report' },
    ...letters.map(
      (letter): Choice<Act> => ({
        value: (_, ...rest) => showLetter(letter, ...rest),
        name: `Message for: ${WHO_WORDS[letter.to]}`,
      }),
    ),
    { value: showCommand, name: 'The same as one command line' },
    { value: async () => noPage, name: 'Back to the result' },
  ];
  const act = await face.choose(noPage, { message: 'What do you want to hand on?', groups: [choices] });
  return act(shared, face, world);
};
