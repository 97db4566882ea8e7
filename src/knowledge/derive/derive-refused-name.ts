import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import { isGuid } from '../../facts/guid.ts';
import { isMicrosoftApp } from '../microsoft-clients.ts';

/** Whether the app that a sign-in error names is one of Microsoft. */
export const appOfMicrosoft: Derivation = {
  from: ['entra.app-id'],
  gives: ['entra.microsoft-app'],
  derive: (evidence) => {
    const id = valueOf(evidence, 'entra.app-id');
    return id === undefined || !isGuid(id) ? {} : { 'entra.microsoft-app': isMicrosoftApp(id) };
  },
};

/** Behind the scheme: `https://...` once more, and the first part of a host twice, `ingest-ingest-contoso.`, `api.api.`. */
const DOUBLED = /^(?:\/\/)?(?:[a-z]{2,10}:\/\/|([a-z]{2,30}[.-])\1)/i;

/** Whether a part of the resource that a sign-in error names was put before one that had it already. */
export const resourceDoubled: Derivation = {
  from: ['entra.resource'],
  gives: ['entra.resource-doubled'],
  derive: (evidence) => {
    const resource = valueOf(evidence, 'entra.resource')?.replace(/^[a-z]{2,10}:\/\//i, '');
    return resource === undefined ? {} : { 'entra.resource-doubled': DOUBLED.test(resource) };
  },
};
