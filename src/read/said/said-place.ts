/** Roles that only a workspace has; `group` is what the API calls a workspace. */
const OF_WORKSPACE = '(?:contributor|viewer)';
const RIGHTS = '(?: (?:role|rights?|access|permissions?))?';
const THE_GROUP = '(in|of|on|to|for) (the|that|this|our|my|its|same) group\\b(?! of\\b)';

const asRole = (names: string): RegExp => new RegExp(`\\b(${names})(${RIGHTS}) ${THE_GROUP}`, 'g');
const ROLE_IN_GROUP = asRole(OF_WORKSPACE);
const ADMIN_IN_GROUP = asRole('admin(?:istrator)?');
const GROUP_AS_ROLE = new RegExp(`\\b${THE_GROUP}(?= as (?:an? )?${OF_WORKSPACE}\\b)`, 'g');

/** Whose groups are meant where one of them is named by its kind. */
const ENTRA_GROUP =
  /\b(?:security|entra|aad|ad|allowed|365|mail[- ]enabled|distribution|nested) groups?\b|\btenant settings?\b/;

/** The workspaces of `list of workspaces` stand for a call, and groups of a call for workspaces. */
const PLACES =
  /(?<workspace>(?<!\blist of )\bworkspaces?\b)|(?<group>\b(?:security|entra|aad|allowed) groups\b|(?<![\w/-])(?:(?:grp|sg)[-_][\w-]{1,60}|(?:[\w-]{1,40}[-_])?group)(?![\w/-]))|(?<pronoun>\bthe latter\b|\b(?:in|on|of|to|part of|inside) (?:it|that one|this one)\b|\bthere\b(?! (?:is|are|was|were|seems?|exists?)\b))/g;

/** How one stands in a group; Contributor, Viewer and Admin are roles of a workspace. */
const OF_MEMBERS = /\b(?:members?|owners?|part of|added|in it|inside it)\b/;
const OF_ROLES = new RegExp(`\\b(?:${OF_WORKSPACE}|admin(?:istrator)?)\\b`);

/** How many sentences a place is remembered. */
const REMEMBERED = 3;

const inGroup = (pronoun: string): string => {
  if (pronoun === 'the latter') return 'a group';
  return pronoun === 'there' ? 'in that group' : pronoun.replace(/(?:it|that one|this one)$/, 'that group');
};

const withWorkspaces = (sentence: string, ofEntra: boolean): string => {
  const named = sentence.replace(ROLE_IN_GROUP, '$1$2 $3 $4 workspace').replace(GROUP_AS_ROLE, '$1 $2 workspace');
  return ofEntra ? named : named.replace(ADMIN_IN_GROUP, '$1$2 $3 $4 workspace');
};

/**
 * The sentences with the place named for which `there`, `it` and `the latter` stand, where it is a group; and with the
 * workspace for a `group` in which somebody is Contributor.
 */
export const withPlaces = (sentences: readonly string[]): readonly string[] => {
  const ofEntra = sentences.some((one) => ENTRA_GROUP.test(one));
  let last: { readonly isGroup: boolean; readonly at: number } | undefined;
  return sentences.map((one, at) => {
    const sentence = withWorkspaces(one, ofEntra);
    const isOfMembers = OF_MEMBERS.test(sentence) && !OF_ROLES.test(sentence);
    return sentence.replace(PLACES, (word: string, workspace?: string, group?: string) => {
      if (workspace !== undefined || group !== undefined) {
        last = { isGroup: group !== undefined, at };
        return word;
      }
      const standsForGroup = last?.isGroup === true && at - last.at < REMEMBERED;
      return standsForGroup && isOfMembers ? inGroup(word) : word;
    });
  });
};
