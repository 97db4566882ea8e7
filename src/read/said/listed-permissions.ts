import type { Facts } from '../../facts/evidence.ts';
import { listedApis } from './listed-apis.ts';

/** What the API permissions of Power BI and Fabric are named after; Microsoft Graph has others of the same form. */
const THINGS = [
  ...['App', 'Capacity', 'Connection', 'CopyJob', 'Dashboard', 'DataPipeline', 'Dataflow', 'Datamart', 'Dataset'],
  ...['Environment', 'Eventhouse', 'Eventstream', 'Gateway', 'Item', 'KQLDatabase', 'KQLQueryset', 'Lakehouse'],
  ...['MLExperiment', 'MLModel', 'MirroredDatabase', 'Notebook', 'OneLake', 'PaginatedReport', 'Pipeline', 'Reflex'],
  ...['Report', 'SemanticModel', 'SparkJobDefinition', 'StorageAccount', 'Tenant', 'Warehouse', 'Workspace'],
].join('|');
const NAME = new RegExp(`(?<![\\w./])(?:${THINGS})\\.(?:ReadWrite|Read|Execute|Reshare|Create)(?:\\.All)?\\b`, 'g');

/** The permissions of Power BI that some words name. */
export const permissionsIn = (words: string): readonly string[] => [...new Set(words.match(NAME) ?? [])];

const DELEGATED = /\bdelegated\b/i;
/** `Application` as a type; the application itself is spoken of as well. */
const APPLICATION =
  /[([]application[)\]]|\bapplication permissions?\b|\btype:? {0,2}application\b|\bapplication:|\t ?application\b|\|\s?application\s?\||^ ?application\b(?! (?:has|have|is|with|holds?|id|registration))|\.all,? {1,3}application\b/i;

/** What makes a line one of the list of a registration; it may also stand above it. */
const LISTS =
  /\bAPI ?permissions?\b|\bpermissions? names?\b|\bconfigured permissions\b|\bPower ?BI Service\b|\b(?:delegated|application) permissions?\b|\b(?:app|registration)\b[^.!?\n]{0,30}\b(?:has|have|holds?)\b/i;
/** How far below its heading a row may stand. */
const REACH = 15;

/** What is wished, asked for, missing or said by a page is no row of the list. */
const NOT_LISTED =
  /\b(?:requir\w{1,6}|needs?|needed|must|should|docs?|documentation|wants?|if|instead|lacks?|lacking|missing|without|never|no|not|how|which|can i|do i|could|would|removed|remove|scp|error|insufficient\w{0,20})\b|n't\b|\?/i;
/** A column and a heading of the list that read like a wish. */
const COLUMNS =
  /\badmin consent req(?:uired|\.)(?:\s?[:=]?\s{0,3}(?:yes|no)\b)?|(?<=\t)\s{0,3}(?:yes|no)(?=\s{0,3}(?:\t|$))/gi;

type Type = 'delegated' | 'application';

const typeIn = (words: string): Type | undefined => {
  if (APPLICATION.test(words)) return 'application';
  return DELEGATED.test(words) ? 'delegated' : undefined;
};

/** The type that stands right behind a name, as in a row of the list; else the one before it, as a heading; else any in the line. */
const typeAt = (line: string, from: number, to: number): Type | undefined => {
  const behind = line.slice(to, to + 30).split(/[,;]|\band\b/, 1)[0] ?? '';
  return typeIn(behind) ?? typeIn(line.slice(Math.max(0, from - 200), from)) ?? typeIn(line.slice(to, to + 200));
};

/** A permission of the app registration, of the type that the list gives it. */
interface Listed {
  readonly name: string;
  readonly type: Type;
}

const listedIn = (sentence: string): readonly Listed[] =>
  NOT_LISTED.test(sentence)
    ? []
    : [...sentence.matchAll(NAME)].flatMap(({ 0: name, index }) => {
        const type = typeAt(sentence, index, index + name.length);
        return type === undefined ? [] : [{ name, type }];
      });

const MOST_LINES = 2_000;

/** The permissions of Power BI that the app registration is said or shown to list, each with its type. */
export const listedPermissions = (text: string): readonly Listed[] => {
  if (!LISTS.test(text) || !/delegated|application/i.test(text)) return [];
  const lines = text.split('\n', MOST_LINES).map((line) => line.slice(0, 600).replace(COLUMNS, ' '));
  return lines.flatMap((line, at) => {
    if (!/\.(?:Read|Execute|Reshare|Create)/.test(line)) return [];
    const isListed = lines.slice(Math.max(0, at - REACH), at + 1).some((one) => LISTS.test(one));
    return isListed ? line.split(/(?<=[.!?])\s/).flatMap(listedIn) : [];
  });
};

const OF_TENANT = /^Tenant\.Read(?:Write)?\.All$/;

/** What the list of permissions adds to what is said: the delegated ones, that the API is missing, and that the app holds one that closes the admin APIs. */
export const saidPermissions = (text: string, said: Facts): Facts => {
  const listed = listedPermissions(text);
  const delegated = new Set(listed.filter(({ type }) => type === 'delegated').map(({ name }) => name));
  const ofTenant = listed.some(({ name, type }) => type === 'application' && OF_TENANT.test(name));
  const isDenied = said['said.missing']?.includes('tenant-permissions') === true;
  const done = new Set([...(said['said.done'] ?? []), 'tenant-permissions']);
  return {
    ...listedApis(text),
    ...(delegated.size > 0 && { 'said.permissions': [...delegated] }),
    ...(ofTenant && !isDenied && { 'said.done': [...done] }),
  };
};
