import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** A regular expression as the engine gets it. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

/** Where something stands in a source file. */
export interface Site {
  readonly file: string;
  readonly line: number;
}

/** What a source file says of regular expressions: those it spells out, and the places where it builds one from text. */
export interface Spelled {
  readonly literals: readonly (Expression & Site)[];
  readonly built: readonly Site[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly regex?: Expression;
  readonly callee?: Node & { readonly name?: string; readonly property?: { readonly name?: string } };
  readonly arguments?: readonly (Node & { readonly value?: unknown })[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const nodesIn = function* (value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
};

/** Methods that make a regular expression of a text that they are given. */
const IMPLICIT = ['match', 'matchAll', 'search'];

const builds = ({ type, callee, arguments: given }: Node): boolean => {
  if (type !== 'NewExpression' && type !== 'CallExpression') return false;
  const [first] = given ?? [];
  const implicit = first?.type === 'TemplateLiteral' || typeof first?.value === 'string';
  return callee?.name === 'RegExp' || (implicit && IMPLICIT.includes(callee?.property?.name ?? ''));
};

/** The regular expressions of one TypeScript source, found by its syntax, so that no slash is taken for one. */
export const spelledIn = (source: string, file: string): Spelled => {
  const nodes = [...nodesIn(parseAst(source, { lang: 'ts' }, file))];
  const line = (at: number): number => source.slice(0, at).split('\n').length;
  return {
    literals: nodes.flatMap(({ regex, start }) =>
      regex === undefined ? [] : [{ pattern: regex.pattern, flags: regex.flags, file, line: line(start) }],
    ),
    built: nodes.filter(builds).map(({ start }) => ({ file, line: line(start) })),
  };
};

/** The source files of a folder, tests left out. */
export const sourcesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .sort();

/** The regular expressions of all source files of a folder. */
export const spelledUnder = (folder: string): Spelled => {
  const each = sourcesOf(folder).map((file) => spelledIn(readFileSync(file, 'utf8'), file));
  return { literals: each.flatMap(({ literals }) => literals), built: each.flatMap(({ built }) => built) };
};
