import { createServer, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';
import { LIVE_HOSTS } from '../../src/live/destination.ts';
import { closed, listen } from './listen.ts';

/** A host that nothing may ever be sent to. */
export const EVIL = 'evil.example';

/** Every host that anything may be sent to. */
export const LISTED: ReadonlySet<string> = new Set(Object.values(LIVE_HOSTS).flatMap((hosts) => Object.values(hosts)));

/** Audiences of tokens: those of the APIs, and others. */
export const audience = fc.constantFrom(
  'https://analysis.windows.net/powerbi/api',
  'https://api.fabric.microsoft.com',
  'https://graph.microsoft.com',
  'https://management.azure.com',
  `https://${EVIL}`,
  `https://analysis.windows.net/powerbi/api@${EVIL}`,
  `api://${EVIL}`,
);

/** A request as the server heard it, and what has come of its body so far. */
export interface HeardRequest {
  readonly request: IncomingMessage;
  body: string;
}

/** A server for a file of tests; whatever is asked, it points elsewhere in every way that there is. */
export const pointingServer = () => {
  const heard: HeardRequest[] = [];
  const server = createServer((request, response) => {
    const one: HeardRequest = { request, body: '' };
    heard.push(one);
    request.on('data', (chunk: Buffer) => {
      one.body += chunk.toString();
    });
    request.on('end', () => {
      const elsewhere = `https://${EVIL}${request.url}`;
      response.writeHead(heard.length % 3 === 0 ? 307 : 200, {
        location: elsewhere,
        link: `<${elsewhere}>; rel=next`,
        'home-cluster-uri': `https://${EVIL}/`,
        refresh: `0; url=${elsewhere}`,
      });
      response.end(
        JSON.stringify({
          issuer: `https://${EVIL}/4cb58381-19f4-4985-9067-c0b3e9da3d0e/`,
          jwks_uri: `https://${EVIL}/keys`,
          token_endpoint: `https://${EVIL}/token`,
          continuationUri: elsewhere,
          '@odata.nextLink': elsewhere,
          value: [],
          keys: [],
        }),
      );
    });
  });
  let port = 0;
  beforeAll(async () => {
    port = await listen(server);
  });
  afterAll(() => closed(server));
  return { heard, port: () => port };
};
