import { noPaint, type Style } from '../../src/report/style.ts';

/** The style of a common terminal, without paint. */
export const style = (changes: Partial<Style> = {}): Style => ({
  width: 80,
  colour: noPaint,
  unicode: true,
  plain: false,
  ...changes,
});
