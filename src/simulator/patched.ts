type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const put = (tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree => {
  if (!(name in tree) && rest.length > 0) throw new Error(`There is no ${name} to change.`);
  if (rest.length === 0 && value === null)
    return Object.fromEntries(Object.entries(tree).filter(([key]) => key !== name));
  if (rest.length === 0) return { ...tree, [name]: value };
  const below = tree[name];
  if (!isTree(below)) throw new Error(`${name} has nothing below it.`);
  return { ...tree, [name]: put(below, rest, value) };
};

/** A copy in which the values at these paths differ; null takes a name away. The parts above the last name must exist. */
export const patched = <T extends object>(value: T, changes: Readonly<Record<string, unknown>>): T =>
  Object.entries(changes).reduce<Tree>(
    (tree, [path, change]) => put(tree, path.split('.'), change),
    value as Tree,
  ) as T;

/** Whether two sets of changes touch the same place, or one a place below the other's. */
export const collide = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(a).some((path) =>
    Object.keys(b).some((other) => path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)),
  );
