import type { Style } from '../../report/style.ts';
import type { EndSignal } from '../io.ts';
import { looksSecret } from '../secret-argument.ts';

/** What stands above a question: drawn again when the terminal changes its size. `rows` are those that are free for it. */
export type Page = (style: Style, rows: number) => readonly string[];

/** One thing to choose. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
}

/** A menu; the groups of choices stand apart. */
export interface Menu<T> {
  readonly message: string;
  readonly groups: readonly (readonly Choice<T>[])[];
  /** The choice to begin with. */
  readonly first?: T;
}

/** A line to type. `problem` says what is wrong with it, and nothing where it will do. */
export interface Blank {
  readonly message: string;
  readonly problem: (text: string) => string | undefined;
}

/**
 * How the wizard talks with the person: on a screen that is drawn again, or line by line. Both throw {@link Left} where
 * the person leaves, and {@link Pasted} where a text was pasted that is no answer.
 */
export interface Face {
  readonly choose: <T>(page: Page, menu: Menu<T>) => Promise<T>;
  /** The line that was typed; empty where nothing was. */
  readonly ask: (page: Page, blank: Blank) => Promise<string>;
}

/** What ended the talk: a choice of a menu, Ctrl-D, or a signal. */
export type LeftBy = 'choice' | 'end of input' | EndSignal;

/** Thrown where the person leaves, or the process is told to end. */
export class Left extends Error {
  override readonly name = 'Left';
  readonly by: LeftBy;

  constructor(by: LeftBy) {
    super(by);
    this.by = by;
  }
}

/** Thrown where a text was pasted while a menu stood there. It is no message: it may hold a secret. */
export class Pasted extends Error {
  override readonly name = 'Pasted';
  readonly text: () => string;

  constructor(text: string) {
    super('a text was pasted');
    this.text = () => text;
  }
}

/** Nothing above the menu. */
export const noPage: Page = () => [];

/** Typed text that is longer than anybody types at once: a paste of a terminal that does not mark them. */
export const LONGEST_TYPED = 16;

/** Whether a pasted text can be no line that was asked for: it has several lines, or holds a secret. */
export const isNoLine = (text: string): boolean => /[\x00-\x1f\x7f]/.test(text.trim()) || looksSecret(text);
