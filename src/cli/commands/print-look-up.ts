import type { Style } from '../../report/style.ts';
import type { Format } from '../format.ts';
import type { Io } from '../io.ts';
import { tool } from '../tool.ts';
import { styleFor } from './render.ts';

/** What a look-up was asked for. */
export interface LookUpOptions {
  /** The words behind the command. */
  readonly words: readonly string[];
  readonly format: Format;
  readonly colour: boolean;
  readonly plain: boolean;
  readonly includePersonal: boolean;
  readonly maskIds: boolean;
}

/** How an answer is wanted, whatever was looked up. */
export type Look = Pick<LookUpOptions, 'format' | 'colour' | 'plain'>;

/** Prints an answer as JSON or as text; the writer of the text is loaded only where it is used. */
export const printLookUp = async (
  answer: object,
  text: (style: Style) => Promise<string>,
  { format, ...look }: Look,
  io: Io,
): Promise<void> => {
  if (format !== 'json') return io.out(await text(await styleFor(look, io)));
  const { jsonDocument } = await import('../../report/json.ts');
  io.out(jsonDocument(tool, answer));
};
