import type { ValueOf } from '../../facts/catalog.ts';

type Role = ValueOf<'said.role'>;

/** What a sentence says of a role in a workspace: which one, where it is named, and how far the statement goes. */
interface RoleSaid {
  readonly role?: Role;
  readonly upTo: number;
}

/** Roles of something else bear the same names: of the tenant, a group, a gateway, a subscription. */
const OTHER_BEFORE =
  '(?<!\\b(?:fabric|bi|tenant|global|gateway|capacity|domain|group|365|cloud|security|directory|graph)[- ])';
const OTHER_AFTER =
  '(?! ?(?:portal|center|consent|apis?|settings?|routes?|endpoints?)\\b)(?! (?:of|in|on|for|at) (?:(?:the|a|an|that|this|our|my|allowed|entra|aad|ad|security|azure) ){0,3}(?:groups?|tenant|gateway|capacity|domain|subscription|resource|directory|azure|entra|organi[sz]ation)\\b)';
const NAMES = '(admin(?:istrator)?|member|contributor|viewer|owner)';
const ROLE = new RegExp(`${OTHER_BEFORE}\\b${NAMES}\\b${OTHER_AFTER}`);

const PLACE = /\b(?:workspaces?|there|(?:in|on|of) it)\b/;
const HOLDS =
  /\b(?:is|are|am|was|were|been|has|have|had|got|with|as|given|gave|granted|assigned|made|added|add|put|only|role|rights?|access|permissions?|holds?|grant|give)\b|\b(?:i|we|it|he|she|they|spn?|app)'(?:m|s|re|ve)\b/;

/** Names that stand for a role of a workspace without one being named. */
const BARE: readonly RegExp[] = [
  /\b(?:added|assigned|invited|put|set (?:it|this|that|the \w{1,12}|our \w{1,12}|them) up|set up)\b[^.!?]{0,60}\bas (?:an? |the )?(member|contributor|viewer)\b(?! (?:of|in|on|for|to)\b)/,
  /\b(?:has|have|had|got|with|role|given|gave|granted|assigned|only)\b[^.!?]{0,30}\b(member|contributor|viewer)(?: (?:role|rights?|access|permissions?)\b|(?=[.!?]?$))/,
  /\b(member|contributor|viewer) role (?:for|to) (?:the|our|my|this) (?:app(?:lication)?|spn?|service principal|managed identity|identity|principal)\b/,
  /\brole (?:is |of |as )?(?:an? )?(member|contributor|viewer)\b/,
  /\b(?:is|am|are|was) (?:only |just |already |currently )?(?:an? )?(contributor|viewer)\b(?! (?:of|in|on|for|to|at)\b)/,
];

/** Access to a workspace, or a place in it, without the name of a role. */
const ACCESS: readonly RegExp[] = [
  /\b(?:added|add|given|gave|granted|has|have|had|got|been)\b[^.!?]{0,40}\b(?:access |added |role |rights |permissions? )?(?:to|in|on|for) (?:the |this |that |my |our |both |all |these )?workspaces?\b/,
  /\bto the workspaces?\b[^.!?]{0,30}\badded\b/,
  /\b(?:principal|spn?|app(?:lication)?|identity|user|account|i) (?:not? )?(?:is|am|are|was)(?:n't| not| already| also| now| even)? (?:in|on|part of) (?:the |this |that |our )?workspaces?\b/,
];

const nameOf = (word: string): Role =>
  word === 'owner' || word.startsWith('admin') ? 'admin' : (word as Exclude<Role, 'admin'>);

const endOf = (match: RegExpExecArray): number => match.index + match[0].length;

const namedIn = (part: string): RoleSaid | undefined => {
  const role = ROLE.exec(part);
  const place = PLACE.exec(part);
  const holds = HOLDS.exec(part);
  const isWorkspaces = /\bworkspace(?: access)? (?:role )?(?:admin|member|contributor|viewer|owner)/.test(part);
  if (role?.[1] === undefined || place === null || (holds === null && !isWorkspaces)) return undefined;
  return { role: nameOf(role[1]), upTo: Math.max(endOf(role), endOf(place)) };
};

const bareIn = (part: string): RoleSaid | undefined => {
  const found = BARE.map((as) => as.exec(part)).find((match) => match !== null);
  return found?.[1] === undefined ? undefined : { role: nameOf(found[1]), upTo: endOf(found) };
};

const accessIn = (part: string): RoleSaid | undefined => {
  const found = ACCESS.map((as) => as.exec(part)).find((match) => match !== null);
  return found === undefined || found === null ? undefined : { upTo: endOf(found) };
};

/** `grp-api has grp-apps as member`: groups have members too, and no word of a workspace beside them. */
const OF_GROUP = /(?<![\w/])(?:(?:grp|sg)[-_]|group\b)/;
const OF_WORKSPACE =
  /\bworkspaces?\b|\bmember (?:role|rights?|access|permissions?)\b|\brole (?:is |of |as )?(?:an? )?member\b/;

const isOfGroup = (said: RoleSaid | undefined, part: string): boolean =>
  said?.role === 'member' && OF_GROUP.test(part) && !OF_WORKSPACE.test(part);

/** What one part of a sentence says of somebody's role in a workspace, or of access to one. */
export const roleSaidIn = (part: string): RoleSaid | undefined => {
  const said = namedIn(part) ?? bareIn(part) ?? accessIn(part);
  return isOfGroup(said, part) ? undefined : said;
};
