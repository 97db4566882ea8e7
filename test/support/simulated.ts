import { request } from 'node:http';
import { answers, faults, setup } from '../../src/generated/simulator.ts';
import { stage } from '../../src/simulator/faults.ts';
import { patched } from '../../src/simulator/patched.ts';
import { makeSigner, type Signer } from '../../src/simulator/signer.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import type { Fault, World } from '../../src/simulator/world.ts';

/** An answer as a client gets it. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** How a request is sent. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request for any URL to this port of this machine, with the host that the URL names. */
export const ask = (port: number, address: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { host, pathname, search } = new URL(address);
    const outgoing = request(
      { port, host: '127.0.0.1', method, path: `${pathname}${search}`, headers: { ...headers, host } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** Keys take long to make: one signer for all tests of a process. */
let shared: Promise<Signer> | undefined;
export const sharedSigner = (): Promise<Signer> => {
  shared ??= makeSigner('test');
  return shared;
};

/** A fault by its id. */
export const faultOf = (id: string): Fault => {
  const fault = faults[id];
  if (fault === undefined) throw new Error(`There is no fault ${id}.`);
  return fault;
};

const played = async <T>(world: World, signer: Signer, use: (simulator: Simulator) => Promise<T>): Promise<T> => {
  const simulator = await startSimulator({ world, answers, signer });
  try {
    return await use(simulator);
  } finally {
    await simulator.close();
  }
};

/** A simulator whose world holds these faults, while `use` runs. */
export const withSimulator = async <T>(
  ids: readonly string[],
  use: (simulator: Simulator) => Promise<T>,
  signer?: Signer,
): Promise<T> => {
  const held = ids.map(faultOf);
  const { world } = stage(setup, held[0]?.in ?? 'app-lists-items', held);
  return played(world, signer ?? (await sharedSigner()), use);
};

/** A simulator whose world differs at these paths, while `use` runs. */
export const withWorld = async <T>(
  changes: Readonly<Record<string, unknown>>,
  use: (simulator: Simulator) => Promise<T>,
): Promise<T> => played(patched(setup.world, changes), await sharedSigner(), use);
