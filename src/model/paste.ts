/** A piece of text as a person pasted it, with the file name it came from where there is one. */
export interface Paste {
  readonly text: string;
  readonly name?: string;
}
