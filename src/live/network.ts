import { connect } from 'node:net';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { publicLookup } from './addresses.ts';
import { trusted } from './authorities.ts';
import { type FailureKind, failureKind } from './failure.ts';
import { type Outgoing, ready } from './outgoing.ts';

/** What came back. `isCut`: the body was longer than the limit and the rest was not read. */
export interface Answered {
  readonly is: 'answered';
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly isCut: boolean;
}

/** The answer to a request, or why none came. */
export type Received = Answered | { readonly is: 'failed'; readonly how: FailureKind };

/** Limits of one request: milliseconds, and bytes of the body. */
export interface Limits {
  readonly connect: number;
  readonly whole: number;
  readonly body: number;
}

const LIMITS: Limits = { connect: 10_000, whole: 30_000, body: 1_000_000 };

/** How requests reach the world. */
export interface NetworkOptions {
  /** The port of the simulator on this machine: everything goes there and nothing leaves. */
  readonly simulator?: number;
  readonly proxy?: string;
  readonly noProxy?: string;
  /** Certificates to trust beside those that this machine trusts already, as PEM. */
  readonly ca?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
}

/** Sends requests whose destinations are allowed. It never throws for what the network does. */
export interface Network {
  /** @throws NotAllowedError before anything is sent. */
  readonly send: (outgoing: Outgoing) => Promise<Received>;
  readonly close: () => Promise<void>;
}

const toSimulator = (port: number): Dispatcher =>
  new Agent({
    connect: (_, done) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => done(null, socket));
      socket.once('error', (error) => done(error, null));
    },
  });

/** Behind a proxy it is the proxy that looks names up, so its own address may be a private one. */
const dispatcherOf = ({ simulator, proxy, noProxy, ca = [] }: NetworkOptions, timeout: number): Dispatcher => {
  if (simulator !== undefined) return toSimulator(simulator);
  const tunnel = { timeout, ...trusted(ca) };
  const direct = { ...tunnel, lookup: publicLookup };
  if (proxy === undefined) return new Agent({ connect: direct });
  return new EnvHttpProxyAgent({
    httpsProxy: proxy,
    noProxy: noProxy ?? '',
    connect: direct,
    requestTls: tunnel,
    proxyTls: tunnel,
  });
};

const readBody = async (body: Dispatcher.ResponseData['body'], limit: number) => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, limit - size));
    size += chunk.length;
    if (size > limit) break;
  }
  return { body: Buffer.concat(chunks).toString('utf8'), isCut: size > limit };
};

const headerList = (headers: Dispatcher.ResponseData['headers']): Answered['headers'] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one) => [name, one] as const),
  );

/** Opens the way to the network. Redirects are not followed: a 3xx is an answer like any other. */
export const openNetwork = (options: NetworkOptions = {}): Network => {
  const limits = { ...LIMITS, ...options.limits };
  const dispatcher = dispatcherOf(options, limits.connect);
  const send = async (outgoing: Outgoing): Promise<Received> => {
    const { url, method, headers, body } = ready(outgoing);
    const deadline = AbortSignal.timeout(limits.whole);
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
    try {
      const response = await dispatcher.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method,
        headers,
        signal,
        ...(body !== undefined && { body }),
      });
      const read = await readBody(response.body, limits.body);
      return { is: 'answered', status: response.statusCode, headers: headerList(response.headers), ...read };
    } catch (error) {
      return { is: 'failed', how: failureKind(error) };
    }
  };
  return { send, close: () => dispatcher.destroy() };
};
