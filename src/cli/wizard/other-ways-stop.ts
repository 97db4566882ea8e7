import { UsageError } from '../errors.ts';
import { readInputs } from '../input.ts';
import { readClipboard } from './clipboard.ts';
import { type Face, Left, noPage, type Page } from './face.ts';
import { sentencePage } from './pages.ts';
import { takePaste } from './paste-stop.ts';
import { isEmpty } from './session.ts';
import type { Stop, Tour, World } from './tour.ts';

type Way = 'paste' | 'file' | 'clipboard' | 'questions' | 'go-on' | 'leave';

const namesOf = (empty: boolean): Readonly<Record<Way, string>> => ({
  'go-on': 'See where it stops',
  paste: empty ? 'Paste it now' : 'Paste more',
  file: 'Open a file',
  clipboard: 'Read the clipboard',
  questions: 'I have nothing to paste: ask me',
  leave: 'Leave',
});

const offered = (empty: boolean): readonly (readonly Way[])[] => [
  empty ? ['questions', 'paste'] : ['go-on', 'paste'],
  ['file', 'clipboard'],
  ['leave'],
];

const openFile = async (tour: Tour, face: Face, world: World): Promise<Tour> => {
  for (let said: Page = noPage; ; ) {
    const file = (
      await face.ask(said, { message: 'File to open (Enter goes back):', problem: () => undefined })
    ).trim();
    if (file === '') return { ...tour, place: 'other-ways' };
    try {
      const [paste] = await readInputs([file], world.io);
      return takePaste(tour, { text: paste?.text ?? '', name: file }, world);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      said = sentencePage(error.message);
    }
  }
};

const NO_CLIPBOARD = 'The clipboard is empty, or no tool of this system reads it. Paste into the terminal instead.';

/** The ways beside pasting: a file, the clipboard, or questions alone. */
export const otherWaysStop: Stop = async (tour, world) => {
  const face = await world.face;
  const empty = isEmpty(tour.session);
  const names = namesOf(empty);
  const way = await face.choose(sentencePage(empty ? 'Nothing was pasted yet.' : 'What was pasted is kept in mind.'), {
    message: 'How do you want to go on?',
    groups: offered(empty).map((group) => group.map((value) => ({ value, name: names[value] }))),
  });
  switch (way) {
    case 'file':
      return openFile(tour, face, world);
    case 'clipboard': {
      const text = await readClipboard(world.io);
      if (text !== undefined && text.trim() !== '') return takePaste(tour, { text }, world);
      world.room.say(sentencePage(NO_CLIPBOARD));
      return { ...tour, place: 'paste' };
    }
    case 'leave':
      throw new Left('choice');
    case 'paste':
      world.room.say(sentencePage('Paste now; then press Enter.'));
      return { ...tour, place: 'paste' };
    default:
      return { ...tour, place: 'look' };
  }
};
