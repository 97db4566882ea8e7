/** The keys that the wizard knows by themselves. */
const KEYS = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x03': 'ctrl-c',
  '\x04': 'ctrl-d',
  '\x1a': 'ctrl-z',
} as const;

export type Key = (typeof KEYS)[keyof typeof KEYS];

/**
 * What a terminal in raw mode sends: typed text, a key, a sequence such as that of an arrow, or a paste that it marked
 * as one. `text` is as it came.
 */
export type KeyEvent =
  | { readonly is: 'text' | 'sequence' | 'paste'; readonly text: string }
  | { readonly is: 'key'; readonly key: Key; readonly text: string };

/** Reads what comes in; a sequence may lie across chunks. */
export interface KeyReader {
  readonly push: (chunk: string) => readonly KeyEvent[];
  /** Nothing more came for a while: an escape character that stood alone begins no sequence. */
  readonly settle: () => void;
}

const ESCAPE = '\x1b';
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

const TEXT = /[^\x00-\x1f\x7f]+/y;
/** A whole escape sequence: CSI, SS3, or Alt with a character. */
const SEQUENCE = /\x1b(?:\[[0-?]{0,32}[ -/]{0,4}[@-~]|O[ -~]|[^[O\x1b])/y;
/** The beginning of one, at the end of what came. */
const BEGINNING = /\x1b(?:\[[0-?]{0,32}[ -/]{0,4}|O)?$/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

const isKey = (char: string): char is keyof typeof KEYS => Object.hasOwn(KEYS, char);

/** How many characters at the end of a text may be the beginning of the mark that ends a paste. */
const startOfEnd = (text: string): number => {
  for (let length = Math.min(PASTE_END.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(PASTE_END.slice(0, length))) return length;
  }
  return 0;
};

/** One event at a place of a text outside of a paste; undefined for a control character that means nothing. */
const eventAt = (text: string, at: number): { readonly event?: KeyEvent; readonly end: number } => {
  const plain = matchAt(TEXT, text, at);
  if (plain !== undefined) return { event: { is: 'text', text: plain }, end: at + plain.length };
  const sequence = matchAt(SEQUENCE, text, at);
  if (sequence !== undefined) return { event: { is: 'sequence', text: sequence }, end: at + sequence.length };
  const char = text.charAt(at);
  return isKey(char) ? { event: { is: 'key', key: KEYS[char], text: char }, end: at + 1 } : { end: at + 1 };
};

/**
 * A reader of keys and pastes. It gives the same for any cutting into chunks, but that text may come in pieces, and
 * takes linear time.
 * @see https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode
 */
export const keyReader = (): KeyReader => {
  let pending = '';
  let pasted: string[] | undefined;

  const readPaste = (parts: string[], text: string, at: number, events: KeyEvent[]): number => {
    const end = text.indexOf(PASTE_END, at);
    if (end === -1) {
      const kept = startOfEnd(text.slice(Math.max(at, text.length - PASTE_END.length)));
      parts.push(text.slice(at, text.length - kept));
      pending = text.slice(text.length - kept);
      return text.length;
    }
    events.push({ is: 'paste', text: [...parts, text.slice(at, end)].join('') });
    pasted = undefined;
    return end + PASTE_END.length;
  };

  const readKey = (text: string, at: number, events: KeyEvent[]): number => {
    if (matchAt(BEGINNING, text, at) !== undefined) {
      pending = text.slice(at);
      return text.length;
    }
    const { event, end } = eventAt(text, at);
    if (event?.text === PASTE_START) pasted = [];
    else if (event !== undefined) events.push(event);
    return end;
  };

  return {
    push: (chunk) => {
      const text = pending + chunk;
      const events: KeyEvent[] = [];
      pending = '';
      let at = 0;
      while (at < text.length) at = pasted ? readPaste(pasted, text, at, events) : readKey(text, at, events);
      return events;
    },
    settle: () => {
      if (pending === ESCAPE && !pasted) pending = '';
    },
  };
};
