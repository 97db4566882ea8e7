import { headerOf, isPage } from './answered.ts';
import type { Received } from './network.ts';

/** The domains of Microsoft that its APIs redirect to: other clusters, and the hosts of national clouds. */
const MICROSOFT =
  /(?:^|\.)(?:windows\.net|microsoft\.com|microsoftonline\.(?:com|us|cn)|powerbi\.(?:com|cn)|powerbigov\.us|usgovcloudapi\.net|chinacloudapi\.cn)$/;

const leadsAway = (location: string): boolean =>
  URL.canParse(location) && !MICROSOFT.test(new URL(location).hostname.toLowerCase());

/**
 * Whether something on the way answered in place of the service: a web page where an API succeeds with data, or a
 * redirect to a host that is none of Microsoft, as the sign-in page of a network or proxy does.
 */
export const isIntercepted = (received: Received): boolean => {
  if (received.is === 'failed' || received.status >= 400) return false;
  return received.status >= 300 ? leadsAway(headerOf(received, 'location') ?? '') : isPage(received);
};
