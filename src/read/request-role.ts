import type { Request } from '../model/incident.ts';
import { isAuthorizePath, isLoginHost, isTokenPath } from './syntax/sign-in-host.ts';
import { splitUrl } from './syntax/url.ts';

/** What a request is for. */
export type RequestRole = 'call' | 'token' | 'authorize';

const GRANT_NAMED = /\bgrant_type\b/;

/** A form with the id of a client and a grant, be its name as it may. */
const isTokenForm = (body: string): boolean =>
  GRANT_NAMED.test(body) || (/(?:^|&)grant[-_]?type=/i.test(body) && /(?:^|&)client_id=/.test(body));

/** Whether a request calls the API, asks for a token or starts a sign-in. */
export const roleOf = ({ url = '', body = '' }: Request): RequestRole => {
  if (url === '' && body === '') return 'call';
  const { host, path } = splitUrl(url);
  if (isAuthorizePath(path)) return 'authorize';
  const asksToken = isTokenPath(path) || isLoginHost(host) || isTokenForm(body) || /[?&]grant_type=/.test(url);
  return asksToken ? 'token' : 'call';
};
