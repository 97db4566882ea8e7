import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';

type Made = ValueOf<'observed.made-before'>;

/**
 * What shows that something new came to be in the run that is pasted: an answer 201, the word of Terraform, or
 * credentials that are made anew each time they are asked for. A registration does not count: alone it can never sign in,
 * however long one waits; that takes a service principal.
 */
const DONE: Readonly<Record<Made, RegExp>> = {
  app: /\bazuread_service_principal[\w.[\]"-]{0,100}: Creation complete\b|\bPOST https:\/\/graph\.[\w.]{5,30}\/(?:v1\.0|beta)\/servicePrincipals\/?\s[^\uE000]{0,200}?\b201\b|\bvault (?:read|kv get)\b[^\n]{0,80}\/creds\/|\bCreating (?:a )?(?:new )?service principal\b|\bFinished service principal creation\b/gi,
  role: /\b(?:azurerm_role_assignment|fabric_workspace_role_assignment)[\w.[\]"-]{0,100}: Creation complete\b|\b(?:PUT|POST) https:\/\/[^\s?]{5,300}\/roleAssignments\b[^\uE000]{0,300}?\b201\b/gi,
};

/** Commands that make it. They count in a run only: other pages list them among steps of last year. */
const COMMAND: Readonly<Record<Made, RegExp>> = {
  app: /\baz ad sp create(?:-for-rbac)?\b|\bNew-(?:AzAD|Mg|AzureAD)ServicePrincipal\b/gi,
  role: /\baz role assignment create\b|\bNew-AzRoleAssignment\b|\bAdd-PowerBIWorkspaceUser\b|\bfab acl set\b/gi,
};

/** A line of `set -x`, or a value that is taken from the command for the next one. */
const IN_A_RUN = /^\+{1,4} [^\n]{0,300}$|\$\([^)\n]{0,10}$|=\s?(?:`|\()?[^\n=]{0,10}$|\|\s?$/;

/** The refusal that a copy of the directory gives which has not heard of it yet. */
const REFUSED: Readonly<Record<Made, RegExp>> = {
  app: /\bAADSTS(?:700016|70001|7000229)\b|\bwas not found in the directory\b|\bPrincipalNotFound\b|\bdoes not exist in the directory\b|\bservice principal not found\b/gi,
  role: /\bAuthorizationPermissionMismatch\b|\bAuthorizationFailed\b|\bForbiddenByRbac\b|\bdoes not have authorization to perform\b|\bInsufficientPrivileges\b|\bInsufficientWorkspaceRole\b|\b40[13][ :(]{1,2}(?:Forbidden|Unauthorized)\b|\bStatusCode=403\b/gi,
};

const FARTHEST = 6_000;

const isRun = (text: string, from: number): boolean => {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  return IN_A_RUN.test(text.slice(Math.max(start, from - 300), from));
};

const madeAt = (text: string, made: Made): readonly number[] => [
  ...[...text.matchAll(DONE[made])].map(({ index, 0: found }) => index + found.length),
  ...[...text.matchAll(COMMAND[made])].flatMap(({ index }) => (isRun(text, index) ? [index] : [])),
];

const MADE: readonly Made[] = ['app', 'role'];

/** Whether one of the refusals follows soon after one of the places. */
const followsSoon = (refused: readonly number[], made: readonly number[]): boolean => {
  let next = 0;
  return made
    .toSorted((a, b) => a - b)
    .some((at) => {
      while ((refused[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
      return (refused[next] ?? Number.POSITIVE_INFINITY) - at < FARTHEST;
    });
};

/** What the pasted run makes or grants right before the call that is refused for want of it. */
export const madeBefore = (text: string): Facts => {
  const found = MADE.find((made) => {
    const refused = [...text.matchAll(REFUSED[made])].map(({ index }) => index);
    return refused.length > 0 && followsSoon(refused, madeAt(text, made));
  });
  return found === undefined ? {} : { 'observed.made-before': found };
};
