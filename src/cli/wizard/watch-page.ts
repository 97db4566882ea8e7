import type { Try } from '../../live/until-fixed.ts';
import { paragraph } from '../../report/layout.ts';
import type { Style } from '../../report/style.ts';
import { clock, receivedWords } from '../commands/watch.ts';
import type { Page } from './face.ts';
import type { World } from './tour.ts';

/** What a watch tells of its progress. */
export interface WatchPage {
  readonly tried: (one: Try) => void;
  readonly waitsFor: (milliseconds: number) => void;
  readonly end: () => void;
}

const TICK = 1000;
const BAR = 24;
/** As many of the last tries are in sight. */
const IN_SIGHT = 8;

const bar = (share: number, { unicode }: Style): string => {
  const full = Math.min(BAR, Math.round(share * BAR));
  return (unicode ? '█' : '#').repeat(full) + (unicode ? '░' : '-').repeat(BAR - full);
};

const tryLine = ({ at, received }: Try): string => `  ${clock(at)}  ${receivedWords(received)}`;

/**
 * The progress of a watch: on a screen a page that is drawn anew every second, line by line each try. `whole` is how
 * long it goes on at most, in milliseconds.
 */
export const watchPage = (whole: number, elapsed: () => number, { room }: World): WatchPage => {
  const tries: Try[] = [];
  let next = 0;
  const waiting = (): string => {
    const left = Math.max(0, next - elapsed());
    return next === 0 ? 'Sending ...' : `Next try in ${Math.ceil(left / 1000)} s.`;
  };
  const page: Page = (style) => [
    ...paragraph('Repeating the call until it works.', style, 0).map(style.colour.strong),
    '',
    ...tries.slice(-IN_SIGHT).map(tryLine),
    '',
    `${bar(elapsed() / whole, style)} ${clock(elapsed())} of ${clock(whole)}`,
    waiting(),
    '',
    ...paragraph('Enter stops waiting. Ctrl-C leaves.', style, 0).map(style.colour.dim),
  ];
  const draw = (): void => {
    room.draw(page, 0);
  };
  if (!room.redraws) {
    room.say((style) => paragraph('Repeating the call until it works. Enter stops waiting. Ctrl-C leaves.', style, 0));
    return { tried: (one) => room.say(() => [tryLine(one).trim()]), waitsFor: () => undefined, end: () => undefined };
  }
  draw();
  const timer = setInterval(draw, TICK);
  const stopResize = room.onResize(draw);
  return {
    tried: (one) => {
      tries.push(one);
      next = 0;
      draw();
    },
    waitsFor: (milliseconds) => {
      next = elapsed() + milliseconds;
      draw();
    },
    end: () => {
      clearInterval(timer);
      stopResize();
    },
  };
};
