import type { Outgoing } from '../../live/outgoing.ts';
import type { Situation } from '../../live/probe.ts';
import type { Brought, Planned } from '../../live/step.ts';
import type { Notice } from '../../model/evidence.ts';
import { paragraph } from '../../report/layout.ts';
import { wrap } from '../../report/wrap.ts';
import { type Face, type Page, Pasted } from './face.ts';
import { interruptible } from './interruptible.ts';
import { below, gateStrip, sentencePage } from './pages.ts';
import { answerInWords, questionFor } from './questions.ts';
import type { Session } from './session.ts';
import { lookAt, type Tour, type World } from './tour.ts';

const KEYS = 'Enter stops it. Ctrl-C leaves.';

/** Where requests go: on a simulator nothing leaves the machine. */
const destination = ({ simulator }: World): string =>
  simulator === undefined
    ? 'This would be sent to Microsoft, and nothing else:'
    : `This would be sent to the simulator on this machine (port ${simulator}), and nothing else:`;

const requestPage =
  (requests: readonly string[], world: World): Page =>
  (style) => [
    ...paragraph(destination(world), style, 0),
    '',
    ...requests
      .join('\n\n')
      .split('\n')
      .flatMap((line) => (line === '' ? [''] : wrap(line, style.width, '  ', '    '))),
    '',
  ];

/** Shows what would be sent, secrets by their descriptions, and asks. */
export const agrees = async (
  requests: readonly Outgoing[],
  does: string,
  yes: string,
  face: Face,
  world: World,
): Promise<boolean> => {
  const { shownRequest } = await import('../../live/outgoing.ts');
  const page = below(sentencePage(`Live check: it ${does}.`), requestPage(requests.map(shownRequest), world));
  return face.choose(page, {
    message: 'Send it?',
    groups: [
      [
        { value: true, name: yes },
        { value: false, name: 'Do not send it' },
      ],
    ],
  });
};

/** Shows what goes on meanwhile: drawn in place on a screen, else as further lines. */
const show = (page: Page, { room }: World): void => {
  if (room.redraws) room.draw(page, 0);
  else room.say(page);
};

/** Asks for the token that a saved session has not got any more. It is used for live checks, and not kept. */
export const askForToken = async (
  situation: Situation,
  tour: Tour,
  face: Face,
  world: World,
): Promise<Tour['live'] | undefined> => {
  const [{ tokensIn }, { isOfCaller }] = await Promise.all([
    import('../../live/credentials.ts'),
    import('../../live/of-caller.ts'),
  ]);
  let said = 'The token was not kept when you left, so it has to be pasted again. It is used for live checks only.';
  for (;;) {
    try {
      await face.choose(sentencePage(said), {
        message: 'Paste the token now.',
        groups: [[{ value: 'back', name: 'Back' }]],
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof Pasted)) throw error;
      const pastes = [{ text: error.text() }];
      const tokens = tokensIn(pastes);
      if (tokens.some((token) => isOfCaller(token, situation.diagnosis))) return { ...tour.live, pastes };
      said =
        tokens.length === 0
          ? 'That holds no access token.'
          : 'That token belongs to another caller: what it sees would say nothing of this call.';
      if (!world.room.redraws) world.room.say(sentencePage(said));
    }
  }
};

/** A fact as an answer to the question that asks for it. */
const factLines = ([fact, value]: readonly [string, string]): readonly string[] => [
  questionFor(fact)?.question ?? fact,
  `  ${answerInWords(fact, value)}`,
];

/** What came back, what it tells, and what else has to be said. */
const seenLines = ({ step: { received }, facts }: Brought, notices: readonly Notice[]): readonly string[] => [
  ...(received.is === 'answered' ? [`The answer has status ${received.status}.`] : []),
  ...Object.entries(facts).flatMap(factLines),
  ...notices.map(({ text }) => text),
];

/** What was said once need not be said again; of the clock one notice is enough. */
const withNew = (before: readonly Notice[], notices: readonly Notice[]): readonly Notice[] => [
  ...before.filter(({ code, text }) =>
    notices.every((notice) => notice.text !== text && (code !== 'clock-differs' || notice.code !== code)),
  ),
  ...notices,
];

const afterStep = ({ step, facts, exchange }: Brought, tour: Tour, notices: readonly Notice[]): Tour => {
  const { session, live } = tour;
  const { acquired, seen } = step.looked;
  const next: Session = {
    ...session,
    looked: { ...session.looked, ...facts },
    noticed: withNew(session.noticed, notices),
    pastes: exchange ? [...session.pastes, { ...exchange, isLive: true }] : session.pastes,
  };
  return {
    ...tour,
    session: next,
    live: {
      ...live,
      acquired: acquired ? [...live.acquired, acquired] : live.acquired,
      seen: { ...live.seen, ...seen },
      done: [...live.done, step],
    },
    place: 'look',
  };
};

const send = async (planned: Planned, situation: Situation, world: World): Promise<Brought | 'stopped'> => {
  const [{ takeStep }, { openFor, patienceOf }] = await Promise.all([
    import('../../live/step.ts'),
    import('../commands/consent.ts'),
  ]);
  const wait = (words: string): void => show(sentencePage(`${words} ${KEYS}`), world);
  show(sentencePage(`Looking: ${planned.outgoing.method} ${planned.outgoing.url} ... ${KEYS}`), world);
  return interruptible(world.room, async (signal) => {
    const { simulator } = world;
    const network = await openFor(simulator === undefined ? {} : { simulator }, world.io, signal);
    try {
      return await takeStep(planned, situation, network, await patienceOf(wait, signal));
    } finally {
      await network.close();
    }
  });
};

/** What was seen, and how the checklist stands now. */
const seenPage = async (brought: Brought, notices: readonly Notice[], tour: Tour, world: World): Promise<Page> => {
  const lines = seenLines(brought, notices);
  const { diagnosis } = await lookAt(tour, world);
  return (style) => [
    ...lines.flatMap((line) => paragraph(line, style, line.startsWith(' ') ? 2 : 0)),
    '',
    ...gateStrip(diagnosis.gates, style),
    '',
  ];
};

/** Looks live at what a question asks, or at what settles most: shows the request, asks, sends, and says what was seen. */
export const letLook = async (tour: Tour, world: World, fact?: string): Promise<Tour> => {
  const { chances, chanceToLook } = await import('./chance.ts');
  const face = await world.face;
  const found = await chances(tour, world);
  const chance = chanceToLook(found, tour, fact);
  if (found === undefined || chance === undefined) return { ...tour, place: 'look' };
  if (chance.is === 'token-missing') {
    const live = await askForToken(found.situation, tour, face, world);
    return live === undefined ? tour : letLook({ ...tour, live }, world, fact);
  }
  const { probe, outgoing } = chance.planned;
  if (!(await agrees([outgoing], probe.does, 'Send it, and look', face, world))) return tour;
  const brought = await send(chance.planned, found.situation, world);
  if (brought === 'stopped') return tour;
  const { noticesOf } = await import('../../live/look-notices.ts');
  const notices = noticesOf([brought.step], world.io.now());
  const next = afterStep(brought, tour, notices);
  world.remember(next.session);
  await face.choose(await seenPage(brought, notices, next, world), {
    message: 'That is what was seen.',
    groups: [[{ value: true, name: 'Go on' }]],
  });
  return next;
};
