import { asGuid } from '../../facts/guid.ts';
import { isGood, objectOf } from '../answered.ts';
import { getWith, known, workspaceOf } from '../known.ts';
import type { Probe } from '../probe.ts';

/** The semantic model in the path of a Power BI call. */
const MODEL = /\/datasets\/([0-9a-f-]{36})(?:\/|$)/i;

/** Reads the semantic model: whether it has row-level security or single sign-on. */
export const model: Probe = {
  id: 'semantic-model',
  does: 'reads the semantic model: whether it needs an identity',
  settles: ['item.row-level-security'],
  plan: (situation) => {
    const workspace = workspaceOf(situation);
    const id = asGuid(MODEL.exec(known(situation, 'request.path') ?? '')?.[1]);
    if (workspace === undefined || id === undefined) return undefined;
    return getWith(situation, 'powerbi', `/v1.0/myorg/groups/${workspace}/datasets/${id}`);
  },
  read: (received) => {
    const needs = isGood(received) ? objectOf(received)?.['isEffectiveIdentityRequired'] : undefined;
    if (typeof needs !== 'boolean') return { unchecked: 'The semantic model could not be read.' };
    return { facts: { 'item.row-level-security': needs ? 'yes' : 'no' } };
  },
};
