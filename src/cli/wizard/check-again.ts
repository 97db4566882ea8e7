import type { Answered } from '../../live/network.ts';
import type { Probe, Situation } from '../../live/probe.ts';
import type { Try, Watched } from '../../live/until-fixed.ts';
import type { Conclusion } from '../../model/diagnosis.ts';
import { diagnoseSession } from './calls-of.ts';
import type { Chances } from './chance.ts';
import type { Page } from './face.ts';
import { noPage } from './face.ts';
import { interruptible } from './interruptible.ts';
import { agrees, askForToken } from './live-stop.ts';
import { sentencePage } from './pages.ts';
import { newSession } from './session.ts';
import { NOT_LOOKED, type Tour, type World } from './tour.ts';
import { watchPage } from './watch-page.ts';

/** Back at the result, with what to say there. */
interface Said {
  readonly said: Page;
}

const NOWHERE: Said = { said: noPage };

/** The person repeats the call and pastes what comes back. */
const byPaste = (before: Conclusion, world: World): Tour => {
  world.room.say(sentencePage('Repeat the call now. Paste the request and the new answer; then press Enter.'));
  return { session: newSession(world.now()), live: NOT_LOOKED, before, place: 'paste' };
};

const loadWatch = async () => ({
  ...(await import('../../live/until-fixed.ts')),
  ...(await import('../../live/exchange-text.ts')),
  ...(await import('../../live/probes/repeats.ts')),
  ...(await import('../commands/consent.ts')),
});
type Live = Awaited<ReturnType<typeof loadWatch>>;

/** Repeats the call until it works, with its progress on the screen. Every try that was made is handed to `keep`. */
const watch = (
  situation: Situation,
  repeats: readonly Probe[],
  keep: (one: Try) => void,
  { untilFixed, PACE, openFor }: Live,
  world: World,
): Promise<Watched | 'stopped'> =>
  interruptible(world.room, async (signal) => {
    const { setTimeout: pause } = await import('node:timers/promises');
    const { simulator } = world;
    const network = await openFor(simulator === undefined ? {} : { simulator }, world.io, signal);
    const start = performance.now();
    const elapsed = (): number => performance.now() - start;
    const progress = watchPage(PACE.whole, elapsed, world);
    try {
      return await untilFixed({
        situation,
        repeats,
        network,
        elapsed,
        pause: async (milliseconds) => {
          progress.waitsFor(milliseconds);
          await pause(milliseconds, undefined, { signal });
        },
        onTry: (one) => {
          if (signal.aborted) return;
          keep(one);
          progress.tried(one);
        },
      });
    } finally {
      progress.end();
      await network.close();
    }
  });

const isAnswered = (one: Try): one is Try & { readonly received: Answered } => one.received.is === 'answered';

const stillFails = ({ status }: Answered, tries: number): Said => ({
  said: sentencePage(
    `Checked again (${tries === 1 ? 'once' : `${tries} times`}): it still fails, with status ${status}. What stands here was found before.`,
  ),
});

/**
 * The last answer is looked at like a new paste. One that fails and explains nothing by itself leaves the result as it
 * was; so does none at all.
 */
const afterWatch = async (
  tries: readonly Try[],
  before: Conclusion,
  { exchangeText }: Live,
  world: World,
): Promise<Tour | Said> => {
  const last = tries.findLast(isAnswered);
  if (last === undefined) {
    return { said: sentencePage('Not checked again: no answer came. What stands here is what was found before.') };
  }
  const paste = { name: 'check-again', text: exchangeText(last.outgoing, last.received), isLive: true } as const;
  const session = { ...newSession(world.now()), pastes: [paste] };
  const [found] = diagnoseSession(session, await world.engine);
  const isExplained = last.received.status < 400 || found?.conclusion.is === 'stops-at';
  return isExplained ? { session, live: NOT_LOOKED, before, place: 'look' } : stillFails(last.received, tries.length);
};

const repeatCall = async (situation: Situation, before: Conclusion, world: World): Promise<Tour | Said> => {
  const live = await loadWatch();
  const face = await world.face;
  const repeats = live.repeatsFor(situation);
  const requests = repeats.flatMap((probe) => probe.plan(situation) ?? []);
  const minutes = live.PACE.whole / 60_000;
  const does = `repeats this, less and less often, until it works or ${minutes} minutes are over`;
  if (!(await agrees(requests, does, 'Send it, and wait until it works', face, world))) return NOWHERE;
  const tries: Try[] = [];
  await watch(situation, repeats, (one) => tries.push(one), live, world);
  return afterWatch(tries, before, live, world);
};

type Way = 'live' | 'token' | 'paste' | 'back';

const NAMES: Readonly<Record<Way, string>> = {
  live: 'Repeat the call for me until it works',
  token: 'Repeat it for me (the token has to be pasted again)',
  paste: 'I repeat it myself, and paste the new answer',
  back: 'Back to the result',
};

const liveWay = async (found: Chances | undefined): Promise<'live' | 'token' | undefined> => {
  if (found === undefined) return undefined;
  const { repeatsFor } = await import('../../live/probes/repeats.ts');
  if (repeatsFor(found.situation).length > 0) return 'live';
  return repeatsFor(found.withToken).length > 0 ? 'token' : undefined;
};

/** Checks again after the fix: live where the call may be repeated, else by a new paste. */
export const checkAgain = async (before: Conclusion, tour: Tour, world: World): Promise<Tour | Said> => {
  const { chances } = await import('./chance.ts');
  const found = await chances(tour, world);
  const live = await liveWay(found);
  if (found === undefined || live === undefined) return byPaste(before, world);
  const face = await world.face;
  const ways: readonly Way[] = [live, 'paste', 'back'];
  const way = await face.choose(sentencePage('A changed setting takes up to 15 minutes to reach every call.'), {
    message: 'How is the call to be checked again?',
    groups: [ways.map((value) => ({ value, name: NAMES[value] }))],
  });
  if (way === 'back') return NOWHERE;
  if (way === 'paste') return byPaste(before, world);
  if (way === 'live') return repeatCall(found.situation, before, world);
  const pasted = await askForToken(found.situation, tour, face, world);
  if (pasted === undefined) return NOWHERE;
  const again = await chances({ ...tour, live: pasted }, world);
  return again === undefined ? NOWHERE : repeatCall(again.situation, before, world);
};
