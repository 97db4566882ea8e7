import { createHash, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Paste } from '../../model/paste.ts';
import { liveHost } from '../destination.ts';
import type { Outgoing } from '../outgoing.ts';
import { isTenant, tokenRequest } from '../probes/ask-token.ts';
import { Sensitive } from '../sensitive.ts';
import { noPage, notDone, type SignedIn, type SigningIn, signedIn, unanswered } from './sign-in.ts';

/** How long a person may take. */
const PATIENCE = 5 * 60_000;

const random = (): string => randomBytes(32).toString('base64url');

/** What came back to this machine: the query of the redirect. */
type Returned = URLSearchParams | 'timeout' | 'interrupted';

/** Waits on this machine for the one redirect that carries the state of this sign-in; anything else gets a 404. */
interface Waiting {
  readonly redirect: string;
  readonly returned: Promise<Returned>;
  readonly close: () => void;
}

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(text);
};

const wait = async (state: string, signal: AbortSignal): Promise<Waiting> => {
  let settle: (returned: Returned) => void = () => undefined;
  const returned = new Promise<Returned>((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/' || searchParams.get('state') !== state) return say(response, 404, 'Nothing here.');
    say(response, 200, 'Done. Close this window, and go back to the terminal.');
    settle(searchParams);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => resolve());
  });
  const timer = setTimeout(() => settle('timeout'), PATIENCE);
  const stop = (): void => settle('interrupted');
  signal.addEventListener('abort', stop, { once: true });
  return {
    redirect: `http://localhost:${(server.address() as AddressInfo).port}`,
    returned,
    close: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      server.close();
      server.closeAllConnections();
    },
  };
};

const authorizeUrl = (
  { applicant: { tenant, clientId, scope } }: SigningIn,
  host: string,
  given: Readonly<Record<string, string>>,
): string => {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    response_mode: 'query',
    scope,
    code_challenge_method: 'S256',
    ...given,
  });
  return `https://${host}/${tenant}/oauth2/v2.0/authorize?${query}`;
};

/** A refusal at the sign-in page comes back in the redirect: as an answer of Entra ID, for the readers. */
const refusedAt = (url: string, returned: URLSearchParams): Paste => {
  const body = JSON.stringify({
    error: returned.get('error'),
    error_description: returned.get('error_description') ?? '',
  });
  return { name: 'sign-in', text: `GET ${url} HTTP/1.1\n\nHTTP/1.1 400\ncontent-type: application/json\n\n${body}\n` };
};

/** The code of the redirect, exchanged with the verifier of its challenge (PKCE: RFC 7636). */
const exchangeOf = (signing: SigningIn, code: string, redirect: string, verifier: string): Outgoing | undefined => {
  const { applicant, cloud } = signing;
  const { tenant, clientId, scope } = applicant;
  const proof = {
    code: new Sensitive(code, `authorization code, ${code.length} characters`),
    redirect_uri: redirect,
    code_verifier: new Sensitive(verifier, 'code verifier of this sign-in'),
    scope,
  };
  return tokenRequest({ tenant, clientId, grant: 'authorization_code', proof, from: 'named' }, { cloud });
};

const finish = async (signing: SigningIn, waiting: Waiting, url: string, verifier: string): Promise<SignedIn> => {
  const returned = await waiting.returned;
  if (returned === 'interrupted') return unanswered('interrupted');
  if (returned === 'timeout') {
    return notDone('Nobody came back from the sign-in page in 5 minutes. If the page showed an error, paste its text.');
  }
  if (returned.has('error')) return { is: 'refused', exchange: refusedAt(url, returned) };
  const code = returned.get('code') ?? '';
  const outgoing = code === '' ? undefined : exchangeOf(signing, code, waiting.redirect, verifier);
  if (outgoing === undefined) return notDone('The sign-in page gave neither a code nor an error.');
  const isAgreed = await signing.agree('exchanges the code of this sign-in for a token', outgoing);
  return isAgreed ? signedIn(outgoing, await signing.network.send(outgoing)) : notDone('Nothing was sent.');
};

/** Signs a person in by a browser: an authorization code that comes back to this machine, exchanged with PKCE. */
export const signInByBrowser = async (
  signing: SigningIn,
  shownUrl: (url: string) => string = (url) => url,
): Promise<SignedIn> => {
  const host = liveHost('entra', signing.cloud);
  if (host === undefined || !isTenant(signing.applicant.tenant)) return noPage();
  const [state, verifier] = [random(), random()];
  const waiting = await wait(state, signing.signal);
  try {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const given = { redirect_uri: waiting.redirect, state, code_challenge: challenge };
    const url = authorizeUrl(signing, host, given);
    signing.show(`To sign in, open this page in a browser on this machine. Ctrl-C stops.\n${shownUrl(url)}`);
    return await finish(signing, waiting, url, verifier);
  } finally {
    waiting.close();
  }
};
