import type { Found } from './found.ts';
import { holds } from './marks.ts';

/** Looks for one kind of secret. */
export interface Finder {
  /** In lower case: a text that holds none of these holds no such secret. Always looked for where there are none. */
  readonly marks: readonly string[];
  readonly find: (text: string) => readonly Found[];
}

/** What all of these find. A text is read for marks first: most texts hold few. */
export const findAll =
  (finders: readonly Finder[]) =>
  (text: string): readonly Found[] =>
    finders
      .filter(({ marks }) => marks.length === 0 || marks.some((mark) => holds(text, mark)))
      .flatMap(({ find }) => find(text));
