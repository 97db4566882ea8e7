/** Below this nobody can tell which name was begun. */
const SHORTEST = 2;

/**
 * The name that one cut off in the middle was, where only one can be meant: of `scope` and `scope_form` the cut `sco` was
 * at least the first. As it stands where none, or several unlike ones, begin so.
 */
export const wholeName = (cut: string, names: Iterable<string>): string => {
  if (cut.length < SHORTEST) return cut;
  const begun = [...names].filter((name) => name.startsWith(cut)).sort((one, other) => one.length - other.length);
  const [shortest] = begun;
  return shortest !== undefined && begun.every((name) => name.startsWith(shortest)) ? shortest : cut;
};
