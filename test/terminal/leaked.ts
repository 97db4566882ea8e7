const RUN = 12;

/** The runs of a secret that a text holds; line breaks of a narrow screen hide none. */
export const leaked = (secrets: readonly string[], text: string): readonly string[] => {
  const flat = text.replace(/[\r\n]/g, '');
  return secrets.flatMap((secret) => {
    const found: string[] = [];
    for (let at = 0; at + RUN <= secret.length; at++) {
      const run = secret.slice(at, at + RUN);
      if (flat.includes(run)) found.push(run);
    }
    return found;
  });
};
