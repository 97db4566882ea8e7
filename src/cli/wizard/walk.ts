import { Pasted } from './face.ts';
import { moreStop } from './more-stop.ts';
import { otherWaysStop } from './other-ways-stop.ts';
import { pasteStop, takePaste } from './paste-stop.ts';
import { lookStop, questionStop } from './question-stop.ts';
import { resultStop } from './result-stop.ts';
import type { Place, Stop, Tour, World } from './tour.ts';

const STOPS: Readonly<Record<Exclude<Place, 'end'>, Stop>> = {
  paste: pasteStop,
  'other-ways': otherWaysStop,
  look: lookStop,
  question: questionStop,
  more: moreStop,
  result: resultStop,
};

/** A text that is pasted into a menu is one more paste. */
const stopAt = async (stop: Stop, tour: Tour, world: World): Promise<Tour> => {
  try {
    return await stop(tour, world);
  } catch (error) {
    if (error instanceof Pasted) return takePaste(tour, { text: error.text() }, world);
    throw error;
  }
};

/** Goes from stop to stop until the person is done. */
export const walk = async (start: Tour, world: World): Promise<void> => {
  let tour = start;
  while (tour.place !== 'end') {
    tour = await stopAt(STOPS[tour.place], tour, world);
    world.remember(tour.session);
  }
};
