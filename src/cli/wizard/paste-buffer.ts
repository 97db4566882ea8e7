import type { Key, KeyEvent } from './keys.ts';

/** What the paste step is to do next. */
export type Deed =
  | { readonly is: 'take' | 'count'; readonly text: string }
  | { readonly is: 'undo' | 'go-on' | 'other-ways' | 'leave' };

/**
 * Text that came without marks: typed, or pasted into a terminal that marks nothing. It waits until the person goes on.
 */
export interface Loose {
  readonly text: string;
  /** The last of it was typed by hand, so that Enter ends a line and not the paste. */
  readonly isTyped: boolean;
}

/** Nothing waits. */
export const NO_LOOSE: Loose = { text: '', isTyped: false };

type Outcome = readonly [Loose, readonly Deed[]];

const taking = ({ text }: Loose): readonly Deed[] => (text.trim() === '' ? [] : [{ is: 'take', text }]);

const ending = (how: 'go-on' | 'other-ways'): ((loose: Loose) => Outcome) => {
  return (loose) => [NO_LOOSE, [...taking(loose), { is: how }]];
};

const withText = (loose: Loose, text: string): Outcome => [{ ...loose, text }, [{ is: 'count', text }]];

/** What a key does that was pressed by itself. */
const ALONE: Readonly<Record<Key, (loose: Loose) => Outcome>> = {
  enter: (loose) =>
    loose.isTyped && loose.text !== '' && !loose.text.endsWith('\n')
      ? withText(loose, `${loose.text}\n`)
      : ending('go-on')(loose),
  tab: ending('other-ways'),
  'ctrl-c': (loose) => [loose, [{ is: 'leave' }]],
  'ctrl-d': ending('go-on'),
  'ctrl-z': (loose) => (loose.text === '' ? [loose, [{ is: 'undo' }]] : withText(NO_LOOSE, '')),
  backspace: (loose) => withText(loose, loose.text.slice(0, -1)),
};

const IN_TEXT: Readonly<Partial<Record<Key, string>>> = { enter: '\n', tab: '\t' };

/**
 * Terminals that turn line ends of Windows into two send every line break twice; seen with xterm. Only where all of
 * several breaks are even is it that.
 */
const withoutDoubledBreaks = (text: string): string => {
  const breaks = text.includes('\n') ? [] : (text.match(/\r+/g) ?? []);
  return breaks.length >= 4 && breaks.every(({ length }) => length % 2 === 0) ? text.replaceAll('\r\r', '\n') : text;
};

const one = (loose: Loose, event: KeyEvent): Outcome => {
  if (event.is === 'paste') {
    return [NO_LOOSE, [...taking(loose), { is: 'take', text: withoutDoubledBreaks(event.text) }]];
  }
  if (event.is === 'key' && event.key === 'ctrl-c') return ALONE['ctrl-c'](loose);
  const added = event.is === 'key' ? (IN_TEXT[event.key] ?? '') : event.is === 'text' ? event.text : '';
  return added === '' ? [loose, []] : withText(loose, loose.text + added);
};

/**
 * What a burst comes to: all events that came with no pause between them. A key is a key only where it came alone; in a
 * burst it is a part of the text, such as the line breaks of a paste that is not marked. A paste with a key right behind it
 * counts as both.
 */
export const afterBurst = (loose: Loose, burst: readonly KeyEvent[]): Outcome => {
  const last = burst.at(-1);
  const isAlone = burst.slice(0, -1).every(({ is }) => is === 'paste');
  const [events, key] = last?.is === 'key' && isAlone ? [burst.slice(0, -1), last.key] : [burst, undefined];
  let state = loose;
  const deeds: Deed[] = [];
  const apply = ([next, more]: Outcome): void => {
    state = next;
    deeds.push(...more);
  };
  for (const event of events) apply(one(state, event));
  if (key !== undefined) apply(ALONE[key](state));
  else if (burst.length > 0) state = { ...state, isTyped: burst.every(({ text }) => text.length === 1) };
  return [state, deeds];
};
