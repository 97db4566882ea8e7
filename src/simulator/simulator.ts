import { LIVE_HOSTS, type LiveApi } from '../live/destination.ts';
import { answerApi } from './api.ts';
import type { Authority } from './authority.ts';
import { answerEntra } from './entra.ts';
import type { Heard, Reply } from './exchange.ts';
import { serve } from './server.ts';
import { makeSigner, type Signer } from './signer.ts';
import { makeVault } from './vault.ts';
import type { Answers, World } from './world.ts';

/** What a simulator is started with. */
export interface Simulated {
  readonly world: World;
  readonly answers: Answers;
  /** A signer of an authorization server; without it one is made. */
  readonly signer?: Signer;
  /** Unix seconds; without it the clock of this machine. */
  readonly now?: () => number;
}

/** A request and its answer, as the log keeps them. */
export interface Exchange {
  readonly heard: Heard;
  readonly reply: Reply;
}

/** A running simulator. */
export interface Simulator {
  readonly port: number;
  readonly authority: Authority;
  /** Every exchange so far. */
  readonly log: readonly Exchange[];
  readonly close: () => Promise<void>;
}

const HOSTS: ReadonlyMap<string, LiveApi> = new Map(
  Object.values(LIVE_HOSTS).flatMap((hosts) =>
    Object.entries(hosts).map(([api, host]): [string, LiveApi] => [host, api as LiveApi]),
  ),
);

const nowhere: Reply = { status: 404, headers: {}, body: 'The simulator plays no such host.', check: 'no-host' };

/** Power BI routes have a second home on the host of Fabric. */
const apiOf = ({ host, path }: Heard): LiveApi | undefined => {
  const api = HOSTS.get(host);
  return api === 'fabric' && path.startsWith('/v1.0/myorg') ? 'powerbi' : api;
};

/** Answers one request as the host that it names would. */
export const answer = async (authority: Authority, heard: Heard): Promise<Reply> => {
  const api = apiOf(heard);
  if (api === undefined) return nowhere;
  return api === 'entra' ? answerEntra(authority, heard) : answerApi(authority, api, heard);
};

const clock = (): number => Math.floor(Date.now() / 1000);

/** Starts a simulator on this machine. Everything it is asked and answers is in its log. */
export const startSimulator = async ({ world, answers, signer, now = clock }: Simulated): Promise<Simulator> => {
  const own = signer ?? (await makeSigner('simulator'));
  const answered: string[] = [];
  const authority: Authority = { world, vault: makeVault(), answers, signer: own, now, answered };
  const log: Exchange[] = [];
  const listening = await serve(async (heard) => {
    const reply = await answer(authority, heard);
    log.push({ heard, reply });
    answered.push(reply.check);
    return reply;
  });
  return { ...listening, authority, log };
};
