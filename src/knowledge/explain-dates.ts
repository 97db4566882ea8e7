import { CLAIMS_AS_OF } from './claims.ts';
import { ENTRA_CODES_AS_OF } from './entra-codes.ts';
import { RESEMBLANCE_AS_OF } from './resemblance.ts';
import { CATALOG_SOURCES } from './scopes.ts';
import { SERVICE_CODES_AS_OF } from './service-codes.ts';
import { SETTINGS_AS_OF } from './settings.ts';
import { TERMS_AS_OF } from './terms.ts';

/** How old each part of the knowledge is. */
export interface KnowledgeDate {
  readonly what: string;
  readonly asOf: string;
}

/** Every part of the knowledge with its day; for the catalog, the commit that it was made from. */
export const knowledgeDates = (): readonly KnowledgeDate[] => [
  ...CATALOG_SOURCES.map(({ repo, commit, committed, covers }) => ({
    what: `${covers} (${repo} ${commit.slice(0, 7)})`,
    asOf: committed,
  })),
  { what: 'Entra ID codes', asOf: ENTRA_CODES_AS_OF },
  { what: 'Service codes', asOf: SERVICE_CODES_AS_OF },
  { what: 'Tenant settings', asOf: SETTINGS_AS_OF },
  { what: 'Claims', asOf: CLAIMS_AS_OF },
  { what: 'Terms', asOf: TERMS_AS_OF },
  { what: `What calls read like (${RESEMBLANCE_AS_OF.examples} examples)`, asOf: RESEMBLANCE_AS_OF.asOf },
];
