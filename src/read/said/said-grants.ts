import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';
import { isSeen, NOT, PARTS, UNSURE } from './said-clauses.ts';
import { withPlaces } from './said-place.ts';
import { roleSaidIn } from './said-role.ts';
import { NAMED_WORKS } from './works-phrases.ts';

type Role = ValueOf<'said.role'>;

const GIVEN = '(?:granted|added|given|consented|assigned|approved|in place)';
/** A switch is spoken of as on or as off; what is off is missing. */
const ON =
  '(?:enabled|on|active|activated|allowed|switched on|turned on|disabled|off|inactive|turned off|switched off)';

/** What was set up, or is missing: who says it names the thing, and what was done with it. */
const GRANTS: Readonly<Record<string, readonly RegExp[]>> = {
  'security-group': [
    /\b(?:added|put|is|are|isn't|aren't|been|member|part|included)\b[^.!?]{0,50}\b(?:security|entra|aad|ad|allowed|that|the|right|specified) group\b/,
    /\bin (?:no|none of the|any of the|one of the|any|all|each|every|the) (?:security |allowed |entra )?groups? (?:(?:that|which) (?:is |are )?(?:named |listed )?(?:by |in )?|(?:named|listed|allowed) (?:in|by|for) |of |for |in )(?:the |this |that |our )?tenant settings?\b/,
    /\bgroup\b[^.!?]{0,40}\b(?:allowed|enabled|named|listed) (?:in|for) (?:the )?(?:admin portal|tenant settings?)\b/,
  ],
  'tenant-setting': [
    new RegExp(`\\b(?:tenant|admin portal|developer) settings?\\b[^.!?]{0,60}\\b${ON}\\b`),
    /\b(?:enabled|turned on|switched on|activated|allowed)\b[^.!?]{0,80}\b(?:tenant settings?|admin portal|developer settings|service principals? (?:can|to) (?:use|access|call)|service principal setting)\b/,
  ],
  'api-permissions': [
    new RegExp(
      `\\b(?:api[- ]permissions?|application permissions?|[a-z]{1,40}\\.(?:read|readwrite|execute|reshare)\\.all|admin consent|all (?:the )?permissions)\\b[^.!?]{0,60}\\b${GIVEN}`,
    ),
    /\b(?:granted|added|gave|given|assigned|consented|has|have|having)\b[^.!?]{0,60}\b(?:api permissions?|application permissions?|power ?bi service permissions?|[a-z]{1,40}\.(?:read|readwrite|execute|reshare)\.all|admin consent)\b/,
    /\b(?:hit|clicked|pressed|did)\b[^.!?]{0,20}\bgrant(?:ed)? (?:the )?admin consent\b/,
    /\b(?:removed|deleted|revoked)\b (?:\w{1,12} ){0,2}\ball (?:of )?(?:\w{1,12} ){0,3}permissions?\b(?! (?:to|on|in|for) (?:the |this |that )?(?:workspaces?|item|report|model|dataset)\b)/,
    /\b(?:there (?:are|were)|shows?|lists?|with) (?:no|zero|0) api permissions?\b(?! (?:\w{1,12} ){0,2}(?:needed|required|necessary)\b)/,
    /\b(?:app(?:lication)?|registration) (?:itself )?(?:has|holds|with) (?:no|zero|0) permissions?\b(?! (?:to|on|for|over)\b| in (?:the |this |that |any )?workspaces?\b)/,
  ],
  'tenant-permissions': [
    /\btenant\.read(?:write)?\.all\b[^.!?]{0,40}\bapplication\b/,
    /\bapplication permissions?\b[^.!?]{0,60}\btenant\.read(?:write)?\.all\b/,
  ],
  'fabric-admin': [
    /(?<!\b(?:my|our|your|their|by (?:the|an?)|from (?:the|an?)|ask(?:ed)? (?:the|an?)) )\b(?:fabric|power ?bi|tenant|global|m365|office 365)[- ]admin(?:istrator)?\b(?! (?:portal|center|settings?|api|has|have|did|tried|gave|added|enabled|granted|set|turned|needs|must|can|says|said))|\badmin(?:istrator)? (?:of|in|on|for) (?:the |our |my )?tenant\b/,
  ],
  licence: [
    /\b(?:has|have|had|got|with|without|assigned|no)\b[^.!?]{0,30}\b(?:(?:power ?bi|fabric|pro|premium|ppu|free|user) ){0,3}licen[cs]e\b(?! (?:is )?(?:not )?(?:needed|required|necessary))/,
  ],
  'gateway-role': [
    /\bgateway admin(?:istrator)?\b|\badmin(?:istrator)? (?:of|on|for) (?:the |our |that |this )?gateway\b/,
  ],
};

/** What is taken away is missing, unless it was given again. */
const REMOVED = /\b(?:zero|0|removed|deleted|revoked)\b(?:(?! (?:and|then) )(?:[^.!?]|\.(?=\w))){0,80}$/;
const AGAIN = /\bagain\b|\bback\b|\bre-?(?:add|grant|consent)|\b(?:except|apart from|other than)\b/;
const isOfPermissions = (grant: string): boolean => grant === 'api-permissions' || grant === 'tenant-permissions';

const isTakenBack = (grant: string, upTo: string): boolean =>
  NOT.test(upTo) || (isOfPermissions(grant) && REMOVED.test(upTo));

/** The person speaks of an own right: it is the caller's only where the person calls. */
const OF_PERSON =
  /\b(?:i|we)(?: am|'m| are|'re| have|'ve| was|)(?: also| already| even| both| all| only| just| not)? (?:an? |the )?(?:\w{1,12} )?(?:admin|member|contributor|viewer|owner|workspace|fabric|tenant|global|power bi|gateway|access)\b|\bmy (?:own )?(?:account|user)\b|(?:^|\b(?:the|this|that|same) )user (?:is|has|was)\b/;

/** What one sentence says of one grant. */
interface Said {
  readonly grant: string;
  readonly isThere: boolean;
  readonly role?: Role;
}

/** How people shorten the workspace; by itself `ws` is also a web socket. */
const WS = /\b(the|this|that|our|my|its|each|both|all|target|dev|test|prod|other|same|of|in|on|to|for) ws\b/g;

/** A role in brackets, and `role: viewer`, belong to the words before them. */
const joined = (sentence: string): string =>
  sentence
    .replace(WS, '$1 workspace')
    .replace(
      / ?\((?:as |with |role:? ?)?(?:an? )?(viewer|contributor|member|admin)(?: role| rights| access)?\)/g,
      ' as $1',
    )
    .replace(/\b(role|access|permissions?): /g, '$1 ')
    .replace(
      /\b(?:allow )?service principals? (?:can|to) (?:use|access|call|create)\b(?: \w{1,12}){0,6}? apis?\b/g,
      'the tenant setting',
    );

const isDoubted = (words: string, byPerson: boolean): boolean =>
  UNSURE.test(words) || (!byPerson && OF_PERSON.test(words));

const roleIn = (part: string, byPerson: boolean): readonly Said[] => {
  const said = roleSaidIn(part);
  if (said === undefined || isDoubted(part.slice(0, said.upTo), byPerson)) return [];
  const isThere = !NOT.test(part.slice(0, said.upTo));
  if (isThere) return [{ grant: 'workspace-role', isThere, ...(said.role !== undefined && { role: said.role }) }];
  // Who is no admin may still have a lower role.
  return said.role === undefined || said.role === 'member' ? [{ grant: 'workspace-role', isThere }] : [];
};

const othersIn = (part: string, byPerson: boolean): readonly Said[] =>
  Object.entries(GRANTS).flatMap(([grant, patterns]): readonly Said[] => {
    const found = patterns.map((pattern) => pattern.exec(part)).find((match) => match !== null);
    if (found === undefined || found === null) return [];
    const upTo = part.slice(0, found.index + found[0].length);
    const isUndone = isOfPermissions(grant) && REMOVED.test(upTo) && AGAIN.test(part);
    return isDoubted(upTo, byPerson) || isUndone ? [] : [{ grant, isThere: !isTakenBack(grant, upTo) }];
  });

const saidIn = (part: string, byPerson: boolean): readonly Said[] => [
  ...roleIn(part, byPerson),
  ...othersIn(part, byPerson),
];

/**
 * What a person says to be set up or missing for the caller. Where an app calls, a right of the person's own is none of
 * the caller. What is said to be both is left out.
 */
export const saidOfGrants = (sentences: readonly string[], caller: ValueOf<'said.caller'> | undefined): Facts => {
  const byPerson = caller === undefined || caller === 'user';
  const said = withPlaces(sentences.map(joined))
    .filter(isSeen)
    .flatMap((one) => {
      const found = one.split(PARTS).flatMap((part) => saidIn(part.trim(), byPerson));
      return NAMED_WORKS.test(one) ? found.filter(({ grant }) => grant !== 'workspace-role') : found;
    });
  const named = (isThere: boolean) => [
    ...new Set(said.filter((one) => one.isThere === isThere).map(({ grant }) => grant)),
  ];
  const [there, missing] = [named(true), named(false)];
  const done = there.filter((grant) => !missing.includes(grant));
  const lacks = missing.filter((grant) => !there.includes(grant));
  const role = done.includes('workspace-role') ? onlyOne(said.flatMap((one) => one.role ?? [])) : undefined;
  return {
    ...(done.length > 0 && { 'said.done': done }),
    ...(lacks.length > 0 && { 'said.missing': lacks }),
    ...(role !== undefined && { 'said.role': role }),
  };
};
