import type { ValueOf } from '../facts/catalog.ts';
import type { Facts } from '../facts/evidence.ts';
import { isSeen, NOT, PARTS, UNSURE } from './said-clauses.ts';

type Role = ValueOf<'said.role'>;

const ROLE = '(admin(?:istrator)?|member|contributor|viewer)';
const GIVEN =
  '(?:granted|added|given|consented|assigned|approved|in place|erteilt|vergeben|accordées?|données|concedid[ao]s?|otorgad[ao]s?|dad[ao]s?)';
const ON =
  '(?:enabled|on|active|activated|allowed|switched on|turned on|aktiviert|activée?|activad[ao]|habilitad[ao]|ativad[ao])';

/** What was set up, or is missing: who says it names the thing, and what was done with it. */
const GRANTS: Readonly<Record<string, readonly RegExp[]>> = {
  'workspace-role': [
    new RegExp(
      `\\b${ROLE}\\b[^.!?]{0,40}\\b(?:of|on|in|to|for|im|vom|du|de|do|del|no|en) (?:the |this |that |my |our |its |target )?(?:\\w{1,20} )?(?:workspace|arbeitsbereich|espace de travail|área de trabajo)`,
    ),
    new RegExp(`\\bworkspace ${ROLE}\\b|\\bworkspace (?:role|access)\\b[^.!?]{0,30}\\b${ROLE}\\b`),
    /\b(?:added|add|given|gave|granted|has|have|had|got|been)\b[^.!?]{0,40}\b(?:access |added |role |rights |permissions? )?(?:to|in|on|for) (?:the |this |that |my |our )?workspace\b()/,
    new RegExp(`\\bnot an? ${ROLE} (?:of|in|on) it\\b`),
  ],
  'security-group': [
    /\b(?:added|put|is|are|isn't|aren't|been|member|part|included)\b[^.!?]{0,50}\b(?:security|entra|aad|ad|allowed|that|the|right|specified) group\b/,
    /\b(?:in|of|to) (?:der |die |einer )?sicherheitsgruppe\b|\bau groupe de sécurité\b|\bgrupo de segurança\b|\bgrupo de seguridad\b/,
  ],
  'tenant-setting': [
    new RegExp(`\\b(?:tenant|admin portal|developer) settings?\\b[^.!?]{0,60}\\b${ON}\\b`),
    /\b(?:enabled|turned on|switched on|activated|allowed)\b[^.!?]{0,80}\b(?:tenant settings?|admin portal|developer settings|service principals? (?:can|to) (?:use|access|call))\b/,
    new RegExp(`\\bservice principals? can (?:use|access|call)\\b[^.!?]{0,60}\\b(?:is|are|ist) ${ON}\\b`),
  ],
  'api-permissions': [
    new RegExp(
      `\\b(?:api[- ]permissions?|application permissions?|tenant\\.read(?:write)?\\.all|admin consent|api-berechtigungen|permisos? (?:de|da) api|permissões (?:de|da) api|autorisations? d.api)\\b[^.!?]{0,60}\\b${GIVEN}`,
    ),
    /\b(?:granted|added|gave|given|assigned|consented|has|have|having)\b[^.!?]{0,60}\b(?:api permissions?|application permissions?|tenant\.read(?:write)?\.all|admin consent)\b/,
  ],
  'fabric-admin': [
    /\b(?:fabric|power ?bi|tenant|global|m365|office 365) admin(?:istrator)?\b(?! (?:portal|center|settings?|api))|\badmin(?:istrator)? (?:of|in|on|for) (?:the |our |my )?tenant\b/,
  ],
  'gateway-role': [
    /\bgateway admin(?:istrator)?\b|\badmin(?:istrator)? (?:of|on|for) (?:the |our |that |this )?gateway\b/,
  ],
};

/** The person speaks of an own right: it is the caller's only where the person calls. */
const OF_PERSON =
  /\b(?:i|we)(?: am|'m| are|'re| have|'ve| was|)(?: also| already| even| both| all| only| just| not)? (?:an? |the )?(?:\w{1,12} )?(?:admin|member|contributor|viewer|owner|workspace|fabric|tenant|global|power bi|gateway|access)\b|\bmy (?:own )?(?:account|user)\b/;

/** What one sentence says of one grant. */
interface Said {
  readonly grant: string;
  readonly isThere: boolean;
  readonly role?: Role;
}

const roleIn = (words: readonly (string | undefined)[]): Role | undefined => {
  const role = words.find((word) => word !== undefined && word !== '');
  return role === undefined ? undefined : ((role.startsWith('admin') ? 'admin' : role) as Role);
};

const saidIn = (part: string, byPerson: boolean): readonly Said[] =>
  Object.entries(GRANTS).flatMap(([grant, patterns]): readonly Said[] => {
    const found = patterns.map((pattern) => pattern.exec(part)).find((match) => match !== null);
    if (found === undefined || found === null) return [];
    const upTo = part.slice(0, found.index + found[0].length);
    const isThere = !NOT.test(upTo);
    if (UNSURE.test(upTo) || (!byPerson && OF_PERSON.test(upTo))) return [];
    const role = isThere && grant === 'workspace-role' ? roleIn(found.slice(1)) : undefined;
    return [{ grant, isThere, ...(role !== undefined && { role }) }];
  });

const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

/**
 * What a person says to be set up or missing for the caller. Where an app calls, a right of the person's own is none of
 * the caller. What is said to be both is left out.
 */
export const saidOfGrants = (sentences: readonly string[], caller: ValueOf<'said.caller'> | undefined): Facts => {
  const byPerson = caller === undefined || caller === 'user';
  const said = sentences.filter(isSeen).flatMap((one) => one.split(PARTS).flatMap((part) => saidIn(part, byPerson)));
  const named = (isThere: boolean) => [
    ...new Set(said.filter((one) => one.isThere === isThere).map(({ grant }) => grant)),
  ];
  const [there, missing] = [named(true), named(false)];
  const done = there.filter((grant) => !missing.includes(grant));
  const lacks = missing.filter((grant) => !there.includes(grant));
  const role = done.includes('workspace-role') ? only(said.flatMap((one) => one.role ?? [])) : undefined;
  return {
    ...(done.length > 0 && { 'said.done': done }),
    ...(lacks.length > 0 && { 'said.missing': lacks }),
    ...(role !== undefined && { 'said.role': role }),
  };
};
