import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach } from 'vitest';

/** Lets a server listen at a free port of the loopback address, and tells the port. */
export const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** Ends a server. */
export const closed = (server: Server): Promise<void> => new Promise((done) => server.close(() => done()));

/** Does the same for the tests of a file: each server ends with its test, whatever is still connected. */
export const listener = (): ((server: Server) => Promise<number>) => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await Promise.all(servers.splice(0).map((server) => server.listening && closed(server)));
  });
  return (server) => {
    servers.push(server);
    server.on('connection', (socket: Socket) => sockets.add(socket));
    return listen(server);
  };
};
