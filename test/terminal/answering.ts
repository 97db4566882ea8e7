import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from '../support/listen.ts';

/** A request as the server got it. */
export interface Got {
  readonly line: string;
  readonly authorization: string | undefined;
}

/** What it answers: a status and a body, with the time that its clock shows, or nothing at all. */
export type Says = { readonly status: number; readonly body: string; readonly date?: string } | 'nothing';

const reply = (says: Says, response: ServerResponse): void => {
  if (says === 'nothing') return;
  // The clock of this machine is not that of the test.
  response.sendDate = false;
  response.writeHead(says.status, { 'content-type': 'application/json', ...(says.date && { date: says.date }) });
  response.end(says.body);
};

/** A server on this machine that stands for all services; what it says can be changed while it runs. */
export const answering = async (first: Says) => {
  let says = first;
  const got: Got[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const { method, url, headers } = request;
    got.push({ line: `${method} https://${headers.host}${url}`, authorization: headers.authorization });
    reply(says, response);
  });
  return {
    port: await listen(server),
    got,
    says: (next: Says) => {
      says = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type Answering = Awaited<ReturnType<typeof answering>>;
