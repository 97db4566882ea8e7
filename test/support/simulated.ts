import { request } from 'node:http';
import { answers, faults, setup } from '../../src/generated/simulator.ts';
import { stage } from '../../src/simulator/faults.ts';
import { makeSigner, type Signer } from '../../src/simulator/keys.ts';
import { patched } from '../../src/simulator/patched.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import type { Fault } from '../../src/simulator/world.ts';

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

const heldFaults = (ids: readonly string[]): readonly Fault[] =>
  ids.map((id) => {
    const fault = faults[id];
    if (fault === undefined) throw new Error(`There is no fault ${id}.`);
    return fault;
  });

/** A simulator whose world holds these faults, while `use` runs. */
export const withSimulator = async <T>(
  ids: readonly string[],
  use: (simulator: Simulator) => Promise<T>,
  signer?: Signer,
): Promise<T> => {
  const held = heldFaults(ids);
  const { world } = stage(setup, held[0]?.in ?? 'app-lists-items', held);
  const simulator = await startSimulator({ world, answers, signer: signer ?? (await sharedSigner()) });
  try {
    return await use(simulator);
  } finally {
    await simulator.close();
  }
};

/** A simulator whose world differs at these paths, while `use` runs. */
export const withWorld = async <T>(
  changes: Readonly<Record<string, unknown>>,
  use: (simulator: Simulator) => Promise<T>,
): Promise<T> => {
  const world = patched(setup.world, changes);
  const simulator = await startSimulator({ world, answers, signer: await sharedSigner() });
  try {
    return await use(simulator);
  } finally {
    await simulator.close();
  }
};
