/** Gives words their look. The command line fills it with colours; a file or a test with nothing at all. */
export interface Painter {
  readonly strong: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly code: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** A painter without paint. */
export const noPaint: Painter = {
  strong: asItIs,
  good: asItIs,
  bad: asItIs,
  warn: asItIs,
  dim: asItIs,
  code: asItIs,
};

/** How a text report is laid out. */
export interface Style {
  /** Columns; used from 40 to 100. */
  readonly width: number;
  readonly colour: Painter;
  /** False: only ASCII marks. */
  readonly unicode: boolean;
  /** Labelled lines without marks or indents, for screen readers. */
  readonly plain: boolean;
}

/** One mark for each thing that a reader tells apart without colour. */
export interface Marks {
  readonly passed: string;
  readonly failed: string;
  readonly unknown: string;
  readonly 'not-reached': string;
  readonly dash: string;
}

const UNICODE: Marks = { passed: '✓', failed: '✗', unknown: '?', 'not-reached': '·', dash: '—' };
const ASCII: Marks = { passed: '+', failed: 'x', unknown: '?', 'not-reached': '.', dash: '-' };

/** The marks that a style allows. */
export const marksOf = ({ unicode }: Pick<Style, 'unicode'>): Marks => (unicode ? UNICODE : ASCII);

const MIN_WIDTH = 40;
const MAX_WIDTH = 100;

/** A width in which text reads well: too wide a line loses the eye, too narrow a one breaks every word. */
export const readableWidth = (columns: number): number => Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor(columns)));
