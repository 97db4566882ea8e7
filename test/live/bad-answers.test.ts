import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { BLOCKED, badNetwork, json, REFUSED } from '../support/bad-network.ts';
import { listener } from '../support/listen.ts';

const { served } = badNetwork(listener());

const HTML = '<html><body><h1>Sign in to the guest network</h1></body></html>';

/** Body after body, without an end. */
const gigabyte: RequestListener = (_, response) => {
  response.writeHead(403, { 'content-type': 'application/json', 'content-length': String(2 ** 30) });
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

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
