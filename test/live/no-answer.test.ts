import { createServer as createTcp, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { publicLookup } from '../../src/live/addresses.ts';
import { failureKind } from '../../src/live/failure.ts';
import { BLOCKED, badNetwork, callText, type Seen, seenBy, token } from '../support/bad-network.ts';
import { closed, listener } from '../support/listen.ts';
import { lookedAt } from '../support/looked.ts';

const listen = listener();
const { talked } = badNetwork(listen);

/** A right answer, a byte at a time. */
const dripping = (socket: Socket): void => {
  const bytes = [...'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n'];
  const timer = setInterval(() => socket.write(bytes.shift() ?? 'x'), 20);
  socket.once('close', () => clearInterval(timer));
};

const half = (socket: Socket): void => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf', () => socket.destroy());
};

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
    const server = createTcp();
    const port = await listen(server);
    await closed(server);
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
