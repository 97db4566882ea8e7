/** A secret value that cannot be printed by accident: as text, in JSON and in an error it is its words. */
export class Sensitive {
  readonly #value: string;
  /** What it is, such as "client secret, 40 characters". */
  readonly words: string;

  constructor(value: string, words: string) {
    this.#value = value;
    this.words = words;
  }

  /** The value itself: for the request that carries it, and for nothing else. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return `(${this.words})`;
  }

  toJSON(): string {
    return this.toString();
  }
}
