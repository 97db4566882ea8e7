import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createTcp, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closed, listener } from '../../test/support/listen.ts';
import { type NetworkOptions, openNetwork, type Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import { Sensitive } from './sensitive.ts';

const SECRET = ['this', 'must', 'never', 'be', 'printed'].join('-');
const AUDIENCE = 'https://analysis.windows.net/powerbi/api';
const GET: Outgoing = {
  method: 'GET',
  url: 'https://api.powerbi.com/v1.0/myorg/groups?$top=1',
  carries: { what: 'token', audience: AUDIENCE },
  bearer: new Sensitive(SECRET, 'access token'),
};

const listen = listener();

const send = async (options: NetworkOptions, outgoing = GET): Promise<Received> => {
  const network = openNetwork(options);
  const received = await network.send(outgoing);
  await network.close();
  return received;
};

const answeredBy = async (listener: RequestListener, limits: NetworkOptions['limits'] = {}): Promise<Received> =>
  send({ simulator: await listen(createHttp(listener)), limits });
const talkedTo = async (talk: (socket: Socket) => void, limits: NetworkOptions['limits'] = {}): Promise<Received> =>
  send({ simulator: await listen(createTcp(talk)), limits });

/** A right answer, a byte at a time. */
const dripping = (socket: Socket): void => {
  const bytes = [...'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n'];
  const timer = setInterval(() => socket.write(bytes.shift() ?? 'x'), 40);
  socket.once('close', () => clearInterval(timer));
};

describe('what a server does', () => {
  it('a plain answer comes back whole, with the request as it was shown', async () => {
    const seen: unknown[] = [];
    const received = await answeredBy((request, response) => {
      seen.push(request.method, request.url, request.headers.host, request.headers.authorization);
      response.writeHead(403, { 'x-powerbi-error-info': 'PowerBINotAuthorizedException' }).end('{"a":1}');
    });
    expect(seen).toEqual(['GET', '/v1.0/myorg/groups?$top=1', 'api.powerbi.com', `Bearer ${SECRET}`]);
    expect(received).toMatchObject({ is: 'answered', status: 403, body: '{"a":1}', isCut: false });
    expect(received.is === 'answered' && new Map(received.headers).get('x-powerbi-error-info')).toBe(
      'PowerBINotAuthorizedException',
    );
  });

  it('a redirect is an answer: it is not followed, and nothing goes where it points', async () => {
    let elsewhere = 0;
    const other = await listen(
      createHttp((_, response) => {
        elsewhere += 1;
        response.end();
      }),
    );
    const received = await answeredBy((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end(),
    );
    expect(received).toMatchObject({ is: 'answered', status: 307 });
    expect(elsewhere).toBe(0);
  });

  it('a body without end is cut at the limit', async () => {
    const received = await answeredBy(
      (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
      { body: 100_000 },
    );
    expect(received).toMatchObject({ is: 'answered', isCut: true });
    expect(received.is === 'answered' && received.body.length).toBe(100_000);
  });

  it('a small body that unpacks to a large one is not unpacked', async () => {
    const packed = gzipSync('0'.repeat(5_000_000));
    const received = await answeredBy((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    );
    expect(received.is === 'answered' && received.body.length).toBeLessThan(10_000);
  });

  it.each([
    [
      '503 with HTML',
      (socket: Socket) => socket.end('HTTP/1.1 503 Down\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>'),
      503,
    ],
    [
      '429 with Retry-After',
      (socket: Socket) => socket.end('HTTP/1.1 429 Slow\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n'),
      429,
    ],
  ])('%s is an answer', async (_, talk, status) => {
    expect(await talkedTo(talk)).toMatchObject({ is: 'answered', status });
  });

  it.each([
    ['nothing, and stalls', (): undefined => undefined, 'timeout'],
    ['a byte now and then', dripping, 'timeout'],
    [
      'half a body, and cuts',
      (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf', () => socket.destroy()),
      'reset',
    ],
    ['a cut before anything', (socket: Socket) => socket.destroy(), 'reset'],
    ['something that is not HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9\r\n'), 'not-http'],
  ])('%s ends within the limit with a name', async (_, talk, how) => {
    const received = await talkedTo(
      (socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => talk(socket));
      },
      { whole: 400 },
    );
    expect(received).toEqual({ is: 'failed', how });
  });

  it('a port where nobody listens refuses', async () => {
    const server = createTcp();
    const port = await listen(server);
    await closed(server);
    expect(await send({ simulator: port })).toEqual({ is: 'failed', how: 'refused' });
  });

  it('what is interrupted says so', async () => {
    const stop = new AbortController();
    const port = await listen(createTcp(() => stop.abort()));
    expect(await send({ simulator: port, signal: stop.signal })).toEqual({ is: 'failed', how: 'interrupted' });
  });
});

describe('a proxy', () => {
  const proxied = async (talk: (socket: Socket, first: string) => void): Promise<Received> => {
    const port = await listen(
      createTcp((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', (data) => talk(socket, data.toString()));
      }),
    );
    return send({ proxy: `http://127.0.0.1:${port}`, limits: { connect: 2000, whole: 2000 } });
  };

  it('that asks for its own sign-in is named, and sees no token', async () => {
    const heard: string[] = [];
    const received = await proxied((socket, first) => {
      heard.push(first);
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
    expect(received).toEqual({ is: 'failed', how: 'proxy' });
    expect(heard.join('')).toMatch(/^CONNECT api\.powerbi\.com:443/);
    expect(heard.join('')).not.toContain(SECRET);
  });

  it('that answers with a certificate of its own is named, and sees no token', async () => {
    const heard: string[] = [];
    const received = await proxied((socket) => {
      socket.on('data', (data) => heard.push(data.toString('latin1')));
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      // No TLS comes back: a broken handshake, as with an interceptor.
      socket.once('data', () => socket.end('not a handshake'));
    });
    expect(received).toMatchObject({ is: 'failed', how: 'tls' });
    expect(heard.join('')).not.toContain(SECRET);
  });
});
