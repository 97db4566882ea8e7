/** Lines without any secret, by what they are of. Behind a line stand the placeholders of secrets in it, which are sealed as such. */
export type Harmless = Readonly<
  Record<string, readonly (string | readonly [line: string, ...placeholders: string[]])[]>
>;
