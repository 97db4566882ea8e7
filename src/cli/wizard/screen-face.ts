import inquirer from 'inquirer';
import { marksOf, type Style } from '../../report/style.ts';
import { wrap } from '../../report/wrap.ts';
import { looksSecret } from '../secret-argument.ts';
import type { Blank, Face, Menu, Page } from './face.ts';
import { lineKeys, menuKeys, prompting } from './prompting.ts';
import type { Room } from './room.ts';

/** Lines under a menu: a blank one and the keys. */
const UNDER_MENU = 2;
const FEWEST_CHOICES = 5;
/** Where there is little room, a page may take that of the further choices: they can be scrolled. */
const CHOICES_IN_SIGHT = 9;

const keysLine = ({ unicode, width }: Style): string => {
  const keys = `${unicode ? '↑↓' : 'Arrows'} or number, then Enter`;
  return width < 64 ? keys : `${keys}. Ctrl-C leaves; you can go on later.`;
};

/** The look of inquirer's prompts in our colours and marks: its own ask neither for NO_COLOR nor for ASCII. */
const themeOf = (style: Style) => {
  const { colour } = style;
  const asked = style.unicode ? '›' : '>';
  return {
    prefix: { idle: colour.strong('?'), done: marksOf(style).passed },
    icon: { cursor: colour.strong(asked) },
    indexMode: 'number' as const,
    style: {
      answer: colour.code,
      message: colour.strong,
      error: (text: string) => colour.bad(text),
      highlight: (text: string) => colour.strong(colour.code(text)),
      defaultAnswer: colour.dim,
      help: colour.dim,
      description: colour.dim,
      disabled: colour.dim,
      key: colour.code,
      keysHelpTip: () => colour.dim(keysLine(style)),
    },
  };
};

/** Words over several lines, the further ones a little deeper. */
const hanging = (text: string, room: number, by: number): string =>
  wrap(text, room, '', '').join(`\n${' '.repeat(by)}`);

/** Columns before the words of a choice: the cursor and its number. */
const BEFORE_CHOICE = 6;
const BEFORE_MESSAGE = 2;

interface Item<T> {
  readonly value: T;
  readonly name: string;
  readonly short: string;
}

const itemsOf = <T>(
  { groups }: Menu<T>,
  { width }: Style,
): readonly (Item<T> | InstanceType<typeof inquirer.Separator>)[] =>
  groups.flatMap((group, i) => [
    ...(i > 0 && group.length > 0 ? [new inquirer.Separator(' ')] : []),
    ...group.map(({ value, name }) => ({ value, name: hanging(name, width - BEFORE_CHOICE, 5), short: name })),
  ]);

const linesIn = (text: string): number => text.split('\n').length;

const NOT_THERE = 'no choice begins with what you typed: use the arrows or a number';

const choose = <T>(room: Room, page: Page, menu: Menu<T>): Promise<T> =>
  prompting(room, menuKeys(menu.groups.flat().map(({ name }) => name)), async ({ prompt, style, isUnclear }) => {
    const choices = itemsOf(menu, style);
    const asked = isUnclear ? `${menu.message} (${NOT_THERE})` : menu.message;
    const message = hanging(asked, style.width - BEFORE_MESSAGE, BEFORE_MESSAGE);
    const height = choices.reduce((sum, item) => sum + ('name' in item ? linesIn(item.name) : 1), 0);
    const rest = linesIn(message) + UNDER_MENU;
    const lines = room.draw(page, Math.min(height, CHOICES_IN_SIGHT) + rest);
    const pageSize = Math.max(FEWEST_CHOICES, Math.min(height, room.rows() - lines - rest));
    const { answer } = await prompt([
      {
        type: 'select',
        name: 'answer',
        message,
        choices,
        pageSize,
        loop: false,
        theme: themeOf(style),
        ...(menu.first !== undefined && { default: menu.first }),
      },
    ]);
    return answer as T;
  });

const HIDDEN = '(not shown: it looks like a secret)';

const ask = (room: Room, page: Page, { message, problem }: Blank): Promise<string> =>
  prompting(room, lineKeys, async ({ prompt, style }) => {
    room.draw(page, linesIn(message) + UNDER_MENU);
    const { answer } = await prompt([
      {
        type: 'input',
        name: 'answer',
        message: hanging(message, style.width - BEFORE_MESSAGE, BEFORE_MESSAGE),
        validate: (text: string) => problem(text) ?? true,
        transformer: (text: string) => (looksSecret(text) ? HIDDEN : text),
        theme: themeOf(style),
      },
    ]);
    return answer;
  });

/** The wizard on a screen: menus of inquirer under pages that are drawn in place. */
export const screenFace = (room: Room): Face => ({
  choose: (page, menu) => choose(room, page, menu),
  ask: (page, blank) => ask(room, page, blank),
});
