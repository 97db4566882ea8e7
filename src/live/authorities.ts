import * as tls from 'node:tls';

/** Newer versions of Node tell what they trust, the certificates of the system included. */
type Lister = (kind: 'default' | 'system') => readonly string[];

const lister = (tls as { readonly getCACertificates?: Lister }).getCACertificates;

const known = (): readonly string[] => (lister ? [...lister('default'), ...lister('system')] : tls.rootCertificates);

/**
 * Which issuers are trusted: those of Node, of the system where Node can tell, and the given ones. Where nothing is
 * named, older versions of Node are left to their own, which takes NODE_EXTRA_CA_CERTS in.
 */
export const trusted = (own: readonly string[]): { readonly ca?: string[] } =>
  own.length === 0 && lister === undefined ? {} : { ca: [...new Set([...known(), ...own])] };
