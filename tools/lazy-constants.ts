import { parseAst } from 'rolldown/parseAst';

/** A node of a syntax tree: https://github.com/estree/estree */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A piece of code that is put in the place of another, from `start` up to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

const within = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(within)];

const FUNCTIONS = ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'];
const CLASSES = ['ClassExpression', 'ClassDeclaration'];
const COSTLY = ['CallExpression', 'NewExpression', 'ArrayExpression', 'ObjectExpression'];

/** Whether a value is made of others, as most texts are not. */
const isFilled = ({ type, expressions }: Node): boolean =>
  type === 'TemplateLiteral' && Array.isArray(expressions) && expressions.length > 0;

/** Whether a value takes time to make: what a function does is not done yet. */
const takesTime = (value: Node): boolean =>
  COSTLY.includes(value.type) || (value.type === 'Literal' && 'regex' in value) || isFilled(value);

/** The names that a pattern binds. */
const boundBy = (pattern: Node): readonly string[] => {
  if (pattern.type === 'Identifier') return [String(pattern['name'])];
  if (pattern.type === 'Property') return childrenOf({ ...pattern, key: undefined }).flatMap(boundBy);
  if (pattern.type === 'AssignmentPattern') return childrenOf({ ...pattern, right: undefined }).flatMap(boundBy);
  return childrenOf(pattern).flatMap(boundBy);
};

/** The names that a node binds by itself: as a declaration, or as the parameters of a function. */
const boundIn = (node: Node): readonly string[] => {
  const { type, id, params, param } = node;
  if (type === 'VariableDeclarator' || CLASSES.includes(type)) return [id].filter(isNode).flatMap(boundBy);
  if (FUNCTIONS.includes(type)) return [id, params].flat().filter(isNode).flatMap(boundBy);
  return type === 'CatchClause' && isNode(param) ? boundBy(param) : [];
};

/** Where a name is used; `isShort` where it stands for a key and its value. */
interface Use {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isShort: boolean;
}

/** The children of these that are names of members, unless they are computed. */
const KEYS: Readonly<Record<string, string>> = {
  MemberExpression: 'property',
  Property: 'key',
  MethodDefinition: 'key',
  PropertyDefinition: 'key',
};

const usesIn = (node: Node): readonly Use[] => {
  const { type, start, end, name, shorthand, value, computed } = node;
  if (type === 'Identifier') return [{ start, end, name: String(name), isShort: false }];
  const isShort = shorthand === true && isNode(value) && value.type === 'Identifier';
  if (isShort) return [{ start, end, name: String(value['name']), isShort }];
  const key = computed === true ? undefined : KEYS[type];
  return childrenOf(key === undefined ? node : { ...node, [key]: undefined }).flatMap(usesIn);
};

/** A constant of the script that can wait: its statement, and its value. */
interface Waiting {
  readonly name: string;
  readonly statement: Node;
  readonly value: Node;
}

/** Modules of Node, and the other files of the command: loading one has no effect. */
const LOADED = /^require\(["'`](?:node:[\w/]+|\.\/[^"'`]+)["'`]\)$/;

/** The constant that a statement makes, where it can wait. */
const waitingIn = (statement: Node, code: string, assigned: ReadonlySet<string>): readonly Waiting[] => {
  if (statement.type !== 'VariableDeclaration') return [];
  const [declared, ...more] = childrenOf(statement);
  const [id, value] = [declared?.['id'], declared?.['init']];
  if (more.length > 0 || !isNode(id) || !isNode(value) || id.type !== 'Identifier' || !takesTime(value)) return [];
  const [name, text] = [String(id['name']), code.slice(value.start, value.end)];
  // A table that a module imports is a variable of the bundle, which nothing sets again.
  const isConstant = statement['kind'] === 'const' || text.startsWith('JSON.parse(');
  const isOurs = isConstant && !text.includes('require(');
  return (isOurs || LOADED.test(text)) && !assigned.has(name) ? [{ name, statement, value }] : [];
};

const assignedIn = (node: Node): readonly string[] =>
  node.type === 'AssignmentExpression' && isNode(node['left']) ? boundBy(node['left']) : [];

/** Of edits that overlap, the one that begins first counts. */
const edited = (code: string, edits: readonly Edit[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(code.slice(at, start), text);
    at = end;
  }
  return parts.join('') + code.slice(at);
};

/** How often each of the names is among them. */
const counted = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/**
 * Makes the constants of a script when they are first used: regular expressions, tables, and what is computed from them.
 * Every regular expression is parsed when it is made, and of a thousand a run needs few. This is for code whose constants
 * are made without any effect, so that their order does not matter. Names that are bound a second time anywhere are left.
 */
export const withLazyConstants = (code: string): string => {
  const program = parseAst(code, { lang: 'js', sourceType: 'script' }) as unknown as Node;
  const all = within(program);
  const bound = counted(all.flatMap(boundIn));
  const assigned = new Set(all.flatMap(assignedIn));
  const waiting = childrenOf(program)
    .flatMap((statement) => waitingIn(statement, code, assigned))
    .filter(({ name }) => bound.get(name) === 1);
  const names = new Set(waiting.map(({ name }) => name));
  const uses = usesIn(program).flatMap(({ start, end, name, isShort }) => {
    if (!names.has(name)) return [];
    const call = code.slice(start - 4, start) === 'new ' ? `(${name}())` : `${name}()`;
    return [{ start, end, text: isShort ? `${name}:${call}` : call }];
  });
  const made = waiting.flatMap(({ name, statement, value }) => [
    { start: statement.start, end: value.start, text: `let ${name}_made;function ${name}(){return ${name}_made??=` },
    { start: value.end, end: statement.end, text: '}' },
  ]);
  return edited(code, [...made, ...uses]);
};
