import * as tls from 'node:tls';

/** Newer versions of Node tell what they trust, the certificates of the system included. */
type Lister = (kind: 'default' | 'system') => readonly string[];

const lister = (tls as { readonly getCACertificates?: Lister }).getCACertificates;

const known = (): readonly string[] => (lister ? [...lister('default'), ...lister('system')] : tls.rootCertificates);

/** Which issuers are trusted: those of Node, those of the system where Node can tell them, and the given ones. */
export const trusted = (own: readonly string[]): { readonly ca: string[] } => ({
  ca: [...new Set([...known(), ...own])],
});
