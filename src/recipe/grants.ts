import { ACCESS_GRANTS } from './access-grants.ts';
import type { Grant } from './grant-model.ts';
import { RESOURCE_GRANTS } from './resource-grants.ts';

const TABLE = { ...ACCESS_GRANTS, ...RESOURCE_GRANTS } as const;

/** The ways to give access that are described. */
export type GrantId = keyof typeof TABLE;
export const GRANTS = Object.keys(TABLE) as readonly GrantId[];

/** Every way to give access. */
export const GRANT_TABLE: Readonly<Record<GrantId, Grant>> = TABLE;
