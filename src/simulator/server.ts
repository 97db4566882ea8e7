import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Heard, Reply } from './exchange.ts';

const MAX_BODY = 1_000_000;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > MAX_BODY) return '';
  }
  return body;
};

/** The host that is meant: that of the header, or the first part of the path where the header names this machine. */
const aimed = (host: string, target: string): { host: string; target: string } => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (name !== '127.0.0.1' && name !== 'localhost') return { host: name, target };
  const [, first = '', rest = ''] = /^\/([^/?]*)(?![^/?])(.*)$/.exec(target) ?? [];
  return { host: first.toLowerCase(), target: rest.startsWith('/') ? rest : `/${rest}` };
};

const heardFrom = async (request: IncomingMessage): Promise<Heard> => {
  const { host, target } = aimed(request.headers.host ?? '', request.url ?? '/');
  const url = new URL(target, 'http://simulator');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  return {
    host,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: await bodyOf(request),
  };
};

const send = (response: ServerResponse, { status, headers, body }: Reply): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

/** A server on this machine only. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });

/** Serves on the loopback address, at a free port. */
export const serve = async (answer: (heard: Heard) => Promise<Reply>): Promise<Listening> => {
  const handle: RequestListener = (request, response) => {
    heardFrom(request)
      .then(answer)
      .then((reply) => send(response, reply))
      .catch(() => send(response, { status: 500, headers: {}, body: '', check: 'defect' }));
  };
  const server = createServer(handle);
  await listen(server);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
