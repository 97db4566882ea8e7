import type { Facts } from '../../facts/evidence.ts';

/**
 * The sentence with which Azure refuses an action that no role of the caller allows:
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
const ACTION = /\bperform action '([\w./*-]{5,150})'/i;
const SCOPE = /\bover scope '(\/[^'\n\uE000]{5,400})'/i;
const OBJECT_ID = /\bwith object id '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/i;

/** What the refusal of Azure names: the caller, the action and the resource. All three are what a role assignment needs. */
export const azureRefusal = (text: string): Facts => {
  const action = ACTION.exec(text)?.[1];
  if (action === undefined) return {};
  const scope = SCOPE.exec(text)?.[1];
  const objectId = OBJECT_ID.exec(text)?.[1];
  return {
    'response.azure-action': action,
    ...(scope === undefined ? {} : { 'response.azure-scope': scope }),
    ...(objectId === undefined ? {} : { 'response.object-id': objectId }),
  };
};
