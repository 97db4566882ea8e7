import { createServer as createHttp, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { publicLookup } from '../src/live/addresses.ts';
import { failureKind } from '../src/live/failure.ts';
import { openNetwork } from '../src/live/network.ts';
import { type LookedAt, lookedAt } from './support/looked.ts';
import { buildToken } from './support/token.ts';

const WORKSPACE = 'd2d3f89e-957a-435c-ba1a-53a7ffad4840';
const token = (): string =>
  buildToken({
    aud: 'https://api.fabric.microsoft.com',
    exp: Math.floor(Date.now() / 1000) + 3600,
    tid: '4cb58381-19f4-4985-9067-c0b3e9da3d0e',
    oid: '14a156a3-e2da-4efb-a149-5e34be0cb097',
    idtyp: 'app',
  });

const open: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of open.splice(0)) await new Promise((done) => server.close(done));
});

const listen = async (server: Server): Promise<number> => {
  open.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** Every limit of the product, a hundredth of it. */
const LIMITS = { connect: 100, whole: 300 };

const callText = (bearer: string): string =>
  `GET https://api.fabric.microsoft.com/v1/workspaces/${WORKSPACE}/items HTTP/1.1\nauthorization: Bearer ${bearer}\n`;

interface Seen extends LookedAt {
  readonly cause: string | undefined;
  readonly notices: string;
  readonly took: number;
}

/** A look at a call that was refused before, by this network. */
const seenBy = async (port: number, answer = ''): Promise<Seen> => {
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

const served = async (listener: RequestListener, answer?: string): Promise<Seen> =>
  seenBy(await listen(createHttp(listener)), answer);
const talked = async (talk: (socket: Socket) => void): Promise<Seen> =>
  seenBy(
    await listen(
      createTcp((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => talk(socket));
      }),
    ),
  );
const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const HTML = '<html><body><h1>Sign in to the guest network</h1></body></html>';

const REFUSED = [
  '',
  'HTTP/1.1 401',
  'content-type: application/json',
  '',
  '{"errorCode":"Unauthorized","message":"The caller is not authenticated to access this resource"}',
  '',
].join('\n');

/** Body after body, without an end. */
const gigabyte: RequestListener = (_, response) => {
  response.writeHead(403, { 'content-type': 'application/json', 'content-length': String(2 ** 30) });
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** A right answer, a byte at a time. */
const dripping = (socket: Socket): void => {
  const bytes = [...'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n'];
  const timer = setInterval(() => socket.write(bytes.shift() ?? 'x'), 20);
  socket.once('close', () => clearInterval(timer));
};

const half = (socket: Socket): void => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf', () => socket.destroy());
};

const BLOCKED = 'network-or-private-link-block';

describe('a network that gives no answer: one request, its limit, and a named cause', () => {
  it.each<[string, () => Promise<Seen>, string]>([
    ['a stall', () => talked(() => undefined), 'no answer came in time'],
    ['a byte now and then', () => talked(dripping), 'no answer came in time'],
    ['a cut in the middle of the body', () => talked(half), 'the connection was cut'],
    ['something that is not HTTP', () => talked((socket) => socket.end('SSH-2.0\r\n')), 'does not speak HTTP'],
  ])('%s', async (_, see, words) => {
    const { steps, notices, took } = await see();
    expect(steps).toHaveLength(1);
    expect(notices).toContain(`Not checked: call-again:`);
    expect(notices).toContain(words);
    // A hundredth of the limits, and room for a busy machine: without them it would hang for good.
    expect(took).toBeLessThan(10_000);
  });

  it('a port where nobody listens', async () => {
    const port = await listen(createTcp());
    await new Promise((done) => open.pop()?.close(done));
    const { steps, cause, notices } = await seenBy(port);
    expect([steps.length, cause]).toEqual([1, BLOCKED]);
    expect(notices).toContain('the connection was refused');
  });

  it.each([
    ['a stall', (): undefined => undefined],
    ['a byte now and then', dripping],
    ['a cut in the middle of the body', half],
  ])('%s names the network as the cause', async (_, talk) => {
    expect((await talked(talk)).cause).toBe(BLOCKED);
  });

  it('a name that does not exist, and one that leads to this machine', async () => {
    const looked = (name: string): Promise<string> =>
      new Promise((resolve) => publicLookup(name, { all: true }, (error) => resolve(failureKind(error))));
    expect(await looked('there-is-no-such-host.invalid')).toBe('dns');
    expect(await looked('localhost')).toBe('private-address');
    const network = { send: async () => ({ is: 'failed', how: 'dns' }) as const, close: async () => undefined };
    const { diagnosis, steps } = await lookedAt(callText(token()), network);
    expect([diagnosis.findings[0]?.cause, steps.length]).toEqual([BLOCKED, 1]);
  });
});

describe('a server that answers badly', () => {
  it.each<[number]>([[502], [503]])(
    '%s with a web page is an outage, and nothing of the page is read as the API',
    async (status) => {
      const { cause } = await served((_, response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end(HTML),
      );
      expect(cause).toBe('service-outage');
    },
  );

  it.each<[string, RequestListener]>([
    ['a web page with 200', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(HTML)],
    [
      'a redirect to the sign-in page of a network',
      (_, response) => response.writeHead(302, { location: 'https://hotel.example/login' }).end(),
    ],
    [
      'a redirect to a host that looks like one of Microsoft',
      (_, response) => response.writeHead(307, { location: 'https://api.powerbi.com.evil.example/' }).end(),
    ],
  ])('%s comes from something on the way: no success, no other cause, and no second request', async (_, listener) => {
    const { cause, steps, notices } = await served(listener);
    expect([cause, steps.length]).toEqual([BLOCKED, 1]);
    expect(notices).toContain('Something on the way answered in place of the service');
  });

  it('a redirect without end is read once', async () => {
    let heard = 0;
    const { cause, steps } = await served((request, response) => {
      heard += 1;
      response.writeHead(307, { location: `https://api.fabric.microsoft.com${request.url}` }).end();
    });
    expect([heard, steps.length, cause]).toEqual([1, 1, 'cluster-or-region-redirect']);
  });

  it('a gigabyte is read up to the limit only, and that is said', async () => {
    const { steps, notices } = await served(gigabyte);
    expect(notices).toContain('The answer to call-again was too long, and only its start was read.');
    const lengths = steps.map(({ received }) => (received.is === 'answered' ? received.body.length : 0));
    expect(Math.max(...lengths)).toBe(1_000_000);
  });

  it.each<[string, RequestListener]>([
    [
      'JSON that breaks off',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"value": [{"id": "'),
    ],
    ['JSON that is no list', json(200, 'a text')],
    ['text in place of JSON', (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('OK')],
  ])('%s tells nothing: no fact, and every check says that it could not be made', async (_, listener) => {
    const { steps, notices } = await served(listener, REFUSED);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.map(({ looked }) => looked.facts)).toEqual(steps.map(() => undefined));
    expect(notices.match(/Not checked: /g)).toHaveLength(steps.length);
  });

  it('a refusal by a web page, as of a proxy, is no refusal of the API', async () => {
    const { diagnosis } = await served(
      (_, response) => response.writeHead(403, { 'content-type': 'text/html' }).end(HTML),
      REFUSED,
    );
    expect(diagnosis.facts['observed.list-workspaces']).toBeUndefined();
    expect(diagnosis.facts['observed.reads']).toBeUndefined();
  });
});

describe('a service that asks for fewer calls', () => {
  const BUSY = { errorCode: 'RequestBlocked', message: 'Request is blocked by the upstream service' };

  it('is asked once more after the wait that it names, and the answer then counts', async () => {
    let heard = 0;
    const { waits, cause, steps } = await served((request, response) => {
      heard += 1;
      if (heard === 1) json(429, BUSY, { 'retry-after': '17' })(request, response);
      else
        json(403, { errorCode: 'InsufficientScopes', message: 'The caller does not have sufficient scopes' })(
          request,
          response,
        );
    });
    expect(waits).toEqual([17_000]);
    expect(steps[0]).toMatchObject({ probe: { id: 'call-again' }, received: { status: 403 } });
    expect(heard).toBe(steps.length + 1);
    expect(cause).not.toBe('throttled');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['names no wait', {}],
    ['names a wait of an hour', { 'retry-after': '3600' }],
    ['names a wait that is none', { 'retry-after': 'soon' }],
  ])('and %s is not waited for; a call whose own answer is not known is throttled then', async (_, headers) => {
    const { waits, steps, cause } = await served(json(429, BUSY, headers));
    expect([waits, steps.length, cause]).toEqual([[], 1, 'throttled']);
  });

  it('is left alone then, and what it would not answer could not be checked: the refusal before it has another cause', async () => {
    const { waits, steps, cause, notices } = await served(json(429, BUSY), REFUSED);
    expect([waits, steps.length]).toEqual([[], 1]);
    expect(notices).toContain('The service asks for fewer calls (status 429), so this was not looked at.');
    expect(cause).not.toBe('throttled');
  });

  it('is waited for two minutes in all, not longer', async () => {
    const { waits } = await served(json(429, BUSY, { 'retry-after': '50' }), REFUSED);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(120_000);
  });

  it('may name a date', async () => {
    const { waits } = await served(json(429, BUSY, { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }));
    expect(waits).toHaveLength(1);
    expect(Math.abs((waits[0] ?? 0) - 29_500)).toBeLessThan(10_000);
  });
});
