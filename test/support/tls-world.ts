import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import type { Certified } from './certificate.ts';
import { closed, listen } from './listen.ts';

/** A proxy on this machine that leads every tunnel to one server, with what the server heard. */
export interface TlsWorld {
  readonly proxy: string;
  /** What the server heard once the encryption was up: nothing where the client turned away. */
  readonly heard: readonly string[];
  /** What the proxy was asked for. */
  readonly tunnels: readonly string[];
  readonly close: () => Promise<void>;
}

const ANSWER =
  'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nx-powerbi-error-info: PowerBINotAuthorizedException\r\n\r\n';

/** A real TLS server that shows this certificate for whatever host is asked for, behind a real tunnel. */
export const tlsWorld = async ({ certificate, privateKey }: Certified, answer = ANSWER): Promise<TlsWorld> => {
  const [heard, tunnels, sockets]: [string[], string[], Set<Socket>] = [[], [], new Set()];
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  };
  const server = createTls({ cert: certificate, key: privateKey }, (socket) => {
    keep(socket);
    socket.on('data', (data) => {
      heard.push(data.toString());
      socket.write(answer);
    });
  });
  server.on('tlsClientError', () => undefined);
  const port = await listen(server);
  const proxy = createProxy(port, tunnels, keep);
  const proxyPort = await listen(proxy);
  return {
    proxy: `http://127.0.0.1:${proxyPort}`,
    heard,
    tunnels,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([server, proxy].map(closed));
    },
  };
};

const createProxy = (port: number, tunnels: string[], keep: (socket: Socket) => void): Server =>
  createServer((client) => {
    keep(client);
    client.once('data', (data) => {
      tunnels.push(data.toString().split('\r\n')[0] ?? '');
      const upstream = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(upstream).pipe(client);
      });
      keep(upstream);
    });
  });
