import { type Detail, detail } from '../knowledge/explain-model.ts';
import type { Operation } from '../knowledge/operation-catalog.ts';
import type { OperationMatch } from '../knowledge/operations.ts';
import type { CatalogSource } from '../knowledge/scopes.ts';
import { indent, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import {
  alternativesWords,
  constraintsWords,
  limitsWords,
  resourceRolesWords,
  SUPPORT_WORDS,
  settingsWords,
} from './operation-words.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';
import { capital } from './words.ts';

/** What was asked, and what the catalog says to it. */
export interface OperationAnswer {
  readonly method: string | undefined;
  /** The URL without its query, which may hold a secret. */
  readonly url: string;
  /** Undefined: the host is neither Power BI nor Fabric, or the route is none that the descriptions cover. */
  readonly match: OperationMatch | undefined;
  /** The scope that a token for the call is asked for with. */
  readonly scope: string | undefined;
  readonly api: string;
  readonly sources: readonly CatalogSource[];
}

const appNeeds = ({ admin, method, servicePrincipal }: Operation): string => {
  if (servicePrincipal === 'no') return '';
  if (!admin) return 'Service principals can call Fabric public APIs';
  return method === 'GET'
    ? 'Service principals can access read-only admin APIs'
    : 'Service principals can access read-only admin APIs, or the one for updates where it changes something';
};

/** What an operation needs, in the order in which the services check it. */
export const needsOf = (operation: Operation, scope: string | undefined): readonly Detail[] => {
  const { scopes, user, servicePrincipal, condition, role, itemPermission, resourceRoles } = operation;
  const unstated = 'the description does not say';
  return [
    ...detail('Token', scope === undefined ? '' : `ask for it with the scope ${scope}`),
    ...detail('Users', SUPPORT_WORDS[user]),
    ...detail(
      'Service principals and managed identities',
      `${SUPPORT_WORDS[servicePrincipal]}${condition === '' ? '' : `: ${condition}`}`,
    ),
    ...detail('Tenant setting for them', appNeeds(operation)),
    ...detail('Tenant settings named', settingsWords(operation)),
    ...detail('Admin', operation.admin ? 'an admin operation: a user needs the Fabric administrator role' : ''),
    ...detail('Delegated scopes (tokens of users only)', scopes === null ? unstated : alternativesWords(scopes)),
    ...detail('Workspace role', role === null ? '' : `${capital(role)} or higher`),
    ...detail('Item permission', itemPermission === null ? '' : alternativesWords(itemPermission)),
    ...detail('Other roles', resourceRolesWords(resourceRoles)),
    ...detail('Capacity', operation.capacity ? 'needed' : ''),
    ...detail('Limits', limitsWords(operation)),
    ...detail('Preview', operation.preview ? 'yes: it may change' : ''),
    ...detail('Besides', constraintsWords(operation)),
  ];
};

const nameOf = ({ method, path, query }: Operation): string => `${method} ${path}${query === '' ? '' : `?${query}`}`;

const strong = (text: string, style: Style): Lines => paragraph(text, style, 0).map(style.colour.strong);

const foundLines = (operation: Operation, inWorkspace: Operation | undefined, answer: OperationAnswer, style: Style) =>
  [
    [...strong(nameOf(operation), style), ...paragraph(`${operation.id}, ${answer.api}`, style)],
    needsOf(operation, answer.scope).flatMap(({ label, text }) => labelled(label, text, style)),
    inWorkspace === undefined
      ? []
      : paragraph(
          `The same inside a workspace, for apps and wherever My workspace is not meant: ${nameOf(inWorkspace)}`,
          style,
        ),
  ] as const;

/** The path is there, and the method is another one or was not named. */
const methodLines = (
  { methods, path }: { methods: readonly string[]; path: string },
  { method }: OperationAnswer,
  style: Style,
): Lines => [
  ...strong(method === undefined ? path : `No such operation: ${method} ${path}`, style),
  ...paragraph(`The path takes ${methods.join(', ')}. Name one of them to see what it needs.`, style),
];

const missingLines = (match: Extract<OperationMatch, { found: 'no' }>, answer: OperationAnswer, style: Style) =>
  [
    [
      ...strong(`No such operation: ${answer.method ?? ''} ${answer.url}`.replace('  ', ' '), style),
      ...paragraph('The published descriptions have no operation with this path.', style),
    ],
    section(
      'Nearest',
      match.nearest.flatMap((each) => paragraph(nameOf(each), style)),
      style,
    ),
  ] as const;

const unknownLines = ({ url }: OperationAnswer, style: Style): Lines => [
  ...strong(`Nothing is known of ${url}`, style),
  ...paragraph('It is no route that the published descriptions of Power BI and Fabric cover.', style),
];

const blocks = (answer: OperationAnswer, style: Style): readonly Lines[] => {
  const { match } = answer;
  if (match === undefined) return [unknownLines(answer, style)];
  if (match.found === 'no') return missingLines(match, answer, style);
  if (match.found === 'yes' && match.operation) return foundLines(match.operation, match.inWorkspace, answer, style);
  return [methodLines(match, answer, style)];
};

const sourceLines = ({ sources, match }: OperationAnswer, style: Style): Lines =>
  (match === undefined ? [] : sources)
    .flatMap(({ repo, committed }) => [
      ...paragraph(`Rests on the published description, as of ${committed}; what is newer is missing:`, style),
      `${indent(4, style)}https://github.com/${repo}`,
    ])
    .map(style.colour.dim);

/** What a call needs, as text for a terminal; what is nearest, where no such operation exists. */
export const operationReport = (answer: OperationAnswer, wanted: Style): string =>
  printed(wanted, (style) => stack([...blocks(answer, style), sourceLines(answer, style)]));
