import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createTcp, type Server, type Socket } from 'node:net';
import { expect } from 'vitest';
import { openNetwork } from '../../src/live/network.ts';
import { type LookedAt, lookedAt } from './looked.ts';
import { buildToken } from './token.ts';

const WORKSPACE = 'd2d3f89e-957a-435c-ba1a-53a7ffad4840';
/** A token that is in time. */
export const token = (): string =>
  buildToken({
    aud: 'https://api.fabric.microsoft.com',
    exp: Math.floor(Date.now() / 1000) + 3600,
    tid: '4cb58381-19f4-4985-9067-c0b3e9da3d0e',
    oid: '14a156a3-e2da-4efb-a149-5e34be0cb097',
    idtyp: 'app',
  });

/** Every limit of the product, a hundredth of it. */
const LIMITS = { connect: 100, whole: 300 };

/** A call as it is pasted. */
export const callText = (bearer: string): string =>
  `GET https://api.fabric.microsoft.com/v1/workspaces/${WORKSPACE}/items HTTP/1.1\nauthorization: Bearer ${bearer}\n`;

/** What came of a look: the cause that it names, what was said beside it, and how long it took. */
export interface Seen extends LookedAt {
  readonly cause: string | undefined;
  readonly notices: string;
  readonly took: number;
}

/** A look at a call that was refused before, by this network. */
export const seenBy = async (port: number, answer = ''): Promise<Seen> => {
  const bearer = token();
  const network = openNetwork({ simulator: port, limits: LIMITS });
  const start = performance.now();
  try {
    const outcome = await lookedAt(`${callText(bearer)}${answer}`, network);
    const took = performance.now() - start;
    for (const part of bearer.split('.')) expect(JSON.stringify(outcome.diagnosis)).not.toContain(part.slice(0, 12));
    const [first] = outcome.diagnosis.findings;
    const isNamed = first?.verdict === 'confirmed' || first?.verdict === 'likely';
    const notices = outcome.diagnosis.notices.map((notice) => notice.text).join('\n');
    return { ...outcome, took, notices, cause: isNamed ? first.cause : undefined };
  } finally {
    await network.close();
  }
};

/** Looks at the call by way of servers that answer badly; `listen` lets one listen. */
export const badNetwork = (listen: (server: Server) => Promise<number>) => ({
  /** By way of HTTP. */
  served: async (answers: RequestListener, answer?: string): Promise<Seen> =>
    seenBy(await listen(createHttp(answers)), answer),
  /** By way of bytes. */
  talked: async (talk: (socket: Socket) => void): Promise<Seen> =>
    seenBy(
      await listen(
        createTcp((socket) => {
          socket.on('error', () => undefined);
          socket.once('data', () => talk(socket));
        }),
      ),
    ),
});

/** Answers everything with this JSON. */
export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** The cause of a call that nobody answers. */
export const BLOCKED = 'network-or-private-link-block';

/** The answer of the API to the call before. */
export const REFUSED = [
  '',
  'HTTP/1.1 401',
  'content-type: application/json',
  '',
  '{"errorCode":"Unauthorized","message":"The caller is not authenticated to access this resource"}',
  '',
].join('\n');
