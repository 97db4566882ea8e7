import { allOperations, type Operation } from './operation-catalog.ts';
import { segmentKey } from './operation-path.ts';

interface Node {
  readonly children: Map<string, Node>;
  /** What follows a parameter at this place. */
  param?: Node;
  /** The parameter is an id: a word of the templates is not one. */
  onlyIds: boolean;
  /** The parameter is a path, which may hold slashes. */
  many: boolean;
  readonly operations: Operation[];
}

/** The path templates as a trie, with every literal word in them. */
export interface Trie {
  readonly root: Node;
  readonly words: ReadonlySet<string>;
}

const node = (): Node => ({ children: new Map(), onlyIds: true, many: false, operations: [] });

const PARAMETER = /^\{(\w+)\}$/;

const step = (from: Node, segment: string, words: Set<string>): Node => {
  const name = PARAMETER.exec(segment)?.[1];
  if (name === undefined) {
    const key = segmentKey(segment);
    words.add(key);
    const next = from.children.get(key) ?? node();
    from.children.set(key, next);
    return next;
  }
  from.onlyIds &&= /id$/i.test(name);
  from.many ||= /path$/i.test(name);
  from.param ??= node();
  return from.param;
};

let built: Trie | undefined;

/** The trie of all operations, built at the first call. */
export const trie = (): Trie => {
  if (built !== undefined) return built;
  const root = node();
  const words = new Set<string>();
  for (const operation of allOperations()) {
    let at = root;
    for (const segment of operation.path.split('/').slice(1)) at = step(at, segment, words);
    at.operations.push(operation);
  }
  built = { root, words };
  return built;
};

const longest = (at: Node, left: number): number => (at.many ? left : 1);

/** Every path template that segments fit, literal words before parameters. An empty segment is a missing id. */
export const matchSegments = (
  { root, words }: Trie,
  segments: readonly string[],
): readonly (readonly Operation[])[] => {
  const found: (readonly Operation[])[] = [];
  const walk = (at: Node, index: number): void => {
    const segment = segments[index];
    if (segment === undefined) {
      if (at.operations.length > 0) found.push(at.operations);
      return;
    }
    const literal = at.children.get(segment);
    if (literal !== undefined) walk(literal, index + 1);
    const { param } = at;
    if (param === undefined || (at.onlyIds && words.has(segment))) return;
    for (let count = 1; count <= longest(at, segments.length - index); count++) walk(param, index + count);
  };
  walk(root, 0);
  return found;
};
