/** The value that all of these are; nothing where there is none, or where two differ. */
export const onlyOne = <T>(values: Iterable<T>): T | undefined => {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
};
