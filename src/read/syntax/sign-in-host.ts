/** Whether this is a host of Entra ID, of any cloud. */
export const isLoginHost = (host: string): boolean =>
  /^login\.(?:microsoftonline\.(?:com|us|de)|microsoft\.com|windows\.net|live\.com|partner\.microsoftonline\.cn|chinacloudapi\.cn|usgovcloudapi\.net|microsoft\.us)$/.test(
    host,
  ) || host === 'sts.windows.net';

/** Whether this path is a token endpoint, of Entra ID or of a managed identity. */
export const isTokenPath = (path: string): boolean =>
  /\/oauth2(?:\/v2\.0)?\/token\/?$/i.test(path) || /\/msi\/token\/?$/i.test(path);

/** Whether this path is where a tenant describes its sign-in. */
export const isDiscoveryPath = (path: string): boolean => /\/\.well-known\/openid-configuration\/?$/i.test(path);

/** Whether this path is an authorize endpoint. */
export const isAuthorizePath = (path: string): boolean => /\/oauth2(?:\/v2\.0)?\/authorize\/?$/i.test(path);

/** The tenant in the path of an authority URL; undefined where the path does not start with one. */
export const tenantIn = (path: string): string | undefined => {
  const first = path.split('/')[1] ?? '';
  return first === '' || /^(?:oauth2|v2\.0|error|devicelogin|metadata|msi)$/i.test(first) ? undefined : first;
};
