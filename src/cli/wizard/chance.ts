import { cloudOf, credentialsOf, tokensIn } from '../../live/credentials.ts';
import { nextProbe } from '../../live/next-probe.ts';
import { isOfCall, ownOnly } from '../../live/of-caller.ts';
import type { Situation, TokenCredential } from '../../live/probe.ts';
import { probes } from '../../live/probes/probes.ts';
import { Sensitive } from '../../live/sensitive.ts';
import type { Planned } from '../../live/step.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { ownApp } from '../commands/own-app.ts';
import { type Call, callsOf } from './calls-of.ts';
import type { Tour, World } from './tour.ts';

/** What live checks could go by. */
export interface Chances {
  readonly situation: Situation;
  /** The same if the tokens were at hand that were pasted before the session was saved. */
  readonly withToken: Situation;
}

/** The tokens that were described and not kept: good for planning, and for nothing else. */
const tokensGone = ({ secrets }: Diagnosis): readonly TokenCredential[] =>
  secrets.flatMap(({ kind, claims }) =>
    kind === 'access-token' && claims ? [{ token: new Sensitive('', 'access token, not kept'), claims }] : [],
  );

/** The call that is looked at, as it is: nothing of it masked. */
const callOf = async ({ session }: Tour, world: World): Promise<Call | undefined> => {
  const calls = callsOf(session, await world.engine);
  return calls[session.call ?? 0] ?? calls[0];
};

/** What live checks could go by now. */
export const chances = async (tour: Tour, world: World): Promise<Chances | undefined> => {
  const call = await callOf(tour, world);
  if (call === undefined) return undefined;
  const { diagnosis, raw, isOneOfSeveral } = call;
  const { pastes, acquired, seen } = tour.live;
  // A file in the environment that cannot be used is nothing that the person asked for here.
  const own = await ownApp({}, world.io.env, () => undefined);
  const given = await credentialsOf([...(isOneOfSeveral ? [] : raw), ...pastes], diagnosis, own);
  const sent = isOneOfSeveral ? tokensIn(raw).filter((token) => isOfCall(token, diagnosis)) : [];
  const found = ownOnly({ ...given, tokens: [...sent, ...given.tokens] }, diagnosis);
  const situation = {
    diagnosis,
    cloud: cloudOf(diagnosis),
    credentials: { ...found, tokens: [...found.tokens, ...acquired] },
    seen,
  };
  const { text, recordings } = tour.session.kept;
  const wasKept = text.texts.length + recordings.length > 0;
  const tokens =
    wasKept && situation.credentials.tokens.length === 0
      ? tokensGone(diagnosis).filter((token) => !isOneOfSeveral || isOfCall(token, diagnosis))
      : [];
  return { situation, withToken: { ...situation, credentials: { ...found, tokens } } };
};

/** What can be looked at: a probe and its request, or only once the token is pasted again. */
export type Chance = { readonly is: 'probe'; readonly planned: Planned } | { readonly is: 'token-missing' };

const isCertain = ({ conclusion }: Diagnosis): boolean =>
  conclusion.is === 'stops-at' && conclusion.verdict === 'confirmed';

/** The probe to run: one that answers the question, or else the one that settles most. */
const probeFor = (situation: Situation, { live }: Tour, fact: string | undefined): Planned | undefined => {
  const answering = probes.filter(({ settles }) => settles.some((path) => path === fact));
  return nextProbe(answering, situation, live.done) ?? nextProbe(probes, situation, live.done);
};

/** What a live check could do for a question, or for the whole; undefined where there is none. */
export const chanceToLook = (found: Chances | undefined, tour: Tour, fact?: string): Chance | undefined => {
  if (found === undefined || isCertain(found.situation.diagnosis)) return undefined;
  const planned = probeFor(found.situation, tour, fact);
  if (planned) return { is: 'probe', planned };
  return probeFor(found.withToken, tour, fact) && { is: 'token-missing' };
};
