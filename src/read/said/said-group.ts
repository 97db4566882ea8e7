import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { isSeen } from './said-clauses.ts';

type Member = ValueOf<'said.group-member'>;

const OTHER_KIND =
  '(?:(?:microsoft|office|ms|m|o)[ -]?365(?: group)?|unified group|distribution (?:list|group)|mail[- ]enabled(?: security)? group|mail[- ]enabled)';
const APP = '(?:app|application|spn?|principal|identity|it)';
const GROUP = '(?:(?:security|entra|aad|ad|allowed|other|same|specified) ){0,2}group';

/** A team of Microsoft Teams brings a Microsoft 365 group with it. */
const OF_TEAM =
  /\b(?:created|made|set up|have|use|used|took|take) (?:an? |the |our )?(?:new )?(?:(?:microsoft|ms) )?teams? [^.!?]{0,60}\b(?:its|that team's|the team's) group\b|\bgroup (?:of|behind|from) (?:an? |the |our |this )?(?:(?:microsoft|ms) teams|teams team)\b|\bgroup behind (?:an? |the |our |this )team\b/;

/** The ways, the one that settles most first. */
const MEMBERS: readonly Member[] = ['wrong-kind-of-group', 'nested-group', 'owner-only'];

/** What is said of the group that a setting names, or of the app in it. */
const SAID: readonly (readonly [Member, RegExp])[] = [
  [
    'wrong-kind-of-group',
    new RegExp(
      `\\b(?:is|it's|its|was|are|of type|which is|being) (?:actually |really |just |only |in fact )?(?:an? )?${OTHER_KIND}\\b`,
    ),
  ],
  [
    'wrong-kind-of-group',
    new RegExp(
      `\\b(?:put|added|add|is|in|into|created|made|used|use|using|chose|picked) (?:it |the app |the spn? |is )?(?:in |into |to )?an? ${OTHER_KIND}\\b`,
    ),
  ],
  [
    'wrong-kind-of-group',
    new RegExp(`\\b${APP}\\b[^,.!?]{0,40}\\b(?:member|part) of (?:an?|the|our|this|that) ${OTHER_KIND}\\b`),
  ],
  [
    'wrong-kind-of-group',
    new RegExp(
      `\\b(?:limited|restricted|scoped|applied|applies|open|enabled|on|given|granted) (?:only )?(?:to|for) (?:an?|our|the|one) ${OTHER_KIND}\\b`,
    ),
  ],
  ['wrong-kind-of-group', OF_TEAM],
  [
    'nested-group',
    new RegExp(`\\bnested (?:in|into|inside|within|under|${GROUP})\\b|\\b(?:by|through|via) (?:a |the )?nested\\b`),
  ],
  [
    'nested-group',
    new RegExp(
      `\\b${GROUP}\\b[^.!?]{0,40}\\b(?:that|which) is (?:itself |in turn |again )?(?:only )?(?:an? )?(?:member of|in|part of|inside)\\b[^.!?]{0,30}\\b(?:group|it)\\b`,
    ),
  ],
  [
    'nested-group',
    new RegExp(`\\b${GROUP} (?:is )?(?:inside|within) (?:the |that |this |our |an? |another )?${GROUP}\\b`),
  ],
  [
    'owner-only',
    new RegExp(
      `\\b${APP}\\b[^.!?]{0,40}\\b(?:is|was|as|listed as|shown as|shows up as|appears as|only) (?:the |an? |one of the )?owners? (?:of|in|on) (?:the |that |this |our |an? )?${GROUP}\\b`,
    ),
  ],
  [
    'owner-only',
    new RegExp(`\\bgroup\\b[^.!?]{0,60}\\b${APP}\\b[^.!?]{0,20}\\b(?:is |as |listed as )(?:an? |the )?owner\\b`),
  ],
  ['owner-only', new RegExp(`\\b(?:under|at|among) (?:the )?owners (?:of|in) (?:the |that |this |our )?${GROUP}\\b`)],
];

/** `SPN is in A, and A is a member of B`. */
const CHAIN =
  /\b(?:in|member of) (?:the )?(?:group )?([\w.-]{1,40}),? (?:and|but) (?:the )?(?:group )?((?:that|this)(?: one| group)|[\w.-]{1,40}) is (?:itself )?(?:only )?(?:an? )?(?:member of|in|part of|inside|nested in) /g;

const NAME = '(?:the )?(?:group )?([\\w.-]{1,40})';
/** `A has B as member, and SPN is in B`. */
const HAS_CHAIN = new RegExp(
  `\\b(?:has|contains|includes|with) ${NAME} as (?:an? |its |the )?(?:only )?member,? (?:and|but|while|where) [^,.!?]{0,40}\\b(?:in|member of|part of) (?:the latter\\b|${NAME})`,
  'g',
);

/** A denial, a wish, or another kind of thing that has groups behind it. */
const NOT_SO =
  /\b(?:not|never|no|none|without|neither|should|must|would|could|can|if|whether|instead of|rather than|removed|moved|used to be|replaced)\b|n't\b|\?$|\b(?:workspaces?|sharepoint|gateway|subscription)\b/;
/** Apps and settings make it a group of a tenant setting. */
const OF_APPS =
  /\b(?:spn?|service[- ]?principals?|app|apps|application|managed identity|tenant settings?|admin portal|security groups?|allowed groups?|it's|pbi|power ?bi|fabric)\b/;

/** What is asked of a statement at its end: `..., would that matter?`. */
const DOUBT = /, (?:would|does|do|is|could|can|should|might) (?:that|this|it)\b[^.!?]{0,60}\?$/;
const withoutDoubt = (sentence: string): string => sentence.replace(DOUBT, '');

const isSame = (one: string, other = 'it'): boolean =>
  one === other || /^(?:it|(?:that|this)(?: one| group)?)$/.test(other);

const isChain = (sentence: string): boolean =>
  [...sentence.matchAll(CHAIN), ...sentence.matchAll(HAS_CHAIN)].some(([, one = '', other]) =>
    isSame(one, other?.replace(/\.$/, '')),
  );

const membersIn = (sentence: string): readonly Member[] => [
  ...SAID.filter(([, words]) => words.test(sentence)).map(([member]) => member),
  ...(isChain(sentence) ? (['nested-group'] as const) : []),
];

/** How the app is said to stand in the group that a tenant setting names, where it does not count; of several ways, the first of the list. */
export const saidGroup = (sentences: readonly string[]): Facts => {
  const seen = sentences
    .map(withoutDoubt)
    .filter((one) => /\bgroup|\b365\b|\bmember\b/.test(one) && isSeen(one) && !NOT_SO.test(one));
  const told = seen.filter((one) => OF_APPS.test(one) || OF_TEAM.test(one)).flatMap(membersIn);
  const member = MEMBERS.find((one) => told.includes(one));
  return member === undefined ? {} : { 'said.group-member': member };
};
