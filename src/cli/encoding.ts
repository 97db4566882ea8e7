/** The encodings that a paste may have. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** As many bytes tell the encoding; a pipe may bring them one by one. */
export const TELLING_BYTES = 2;

/**
 * The encoding of a text that starts so. UTF-16 goes by its byte order mark, or without one by the zero beside its
 * first letter, which UTF-8 never has: `iconv -t UTF-16LE` and .NET's `UnicodeEncoding(false, false)` write no mark.
 */
export const encodingOf = ([first, second]: Uint8Array): Encoding => {
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0 && first !== undefined)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)) return 'utf-16be';
  return 'utf-8';
};
