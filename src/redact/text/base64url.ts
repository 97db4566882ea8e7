const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The six bits of a letter by its code; -1 where it does not belong. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return letter === '+' ? 62 : letter === '/' ? 63 : ALPHABET.indexOf(letter);
});

/** The bytes of a base64 or base64url text, with or without padding; undefined where a character does not belong. */
const decodeBytes = (text: string): Uint8Array | undefined => {
  const length = text.length - (/={1,2}$/.exec(text.slice(-2))?.[0].length ?? 0);
  const bytes = new Uint8Array((length * 6) >> 3);
  // In the bundle a constant is made by a function when it is first used: a loop over letters asks for it once.
  const values = VALUES;
  let bits = 0;
  let count = 0;
  let filled = 0;
  for (let at = 0; at < length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[filled] = (bits >> count) & 0xff;
      filled += 1;
    }
  }
  return bytes;
};

const lengthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

const NO_LETTER = ['\uFFFD', 1] as const;

/** The letter that begins at a byte, and how many bytes it has. A byte that does not belong becomes U+FFFD, as other decoders do. */
const letterAt = (bytes: Uint8Array, at: number): readonly [letter: string, length: number] => {
  const lead = bytes[at] ?? 0;
  const length = lengthOf(lead);
  let point = lead & (0x7f >> length);
  for (let rest = 1; rest < length; rest += 1) {
    const byte = bytes[at + rest] ?? 0;
    if ((byte & 0xc0) !== 0x80) return NO_LETTER;
    point = (point << 6) | (byte & 0x3f);
  }
  return length > 0 && point <= 0x10ffff ? [String.fromCodePoint(point), length] : NO_LETTER;
};

/** The text of UTF-8 bytes. */
const decodeUtf8 = (bytes: Uint8Array): string => {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const [letter, length] = lead < 0x80 ? [String.fromCharCode(lead), 1] : letterAt(bytes, at);
    letters.push(letter);
    at += length;
  }
  return letters.join('');
};

/** The UTF-8 text behind base64url (RFC 4648, section 5); undefined where the text is no base64. */
export const decodeBase64Url = (text: string): string | undefined => {
  const bytes = decodeBytes(text);
  return bytes && decodeUtf8(bytes);
};

/** Whether a byte of this value is a letter of no text, and no half of a letter either. */
const isControl = (byte: number): boolean => byte === 0x7f || (byte < 0x20 && byte > 0 && (byte < 9 || byte > 13));

/** Whether what stands behind base64 is surely no text: one byte in twenty is none of any, or a later one of a letter in the place of the first. */
export const isBinary = (text: string): boolean => {
  const bytes = decodeBytes(text);
  let odd = 0;
  let before = 0;
  for (const byte of bytes ?? []) {
    if (isControl(byte) || (before < 0x80 && byte >= 0x80 && byte < 0xc0)) odd += 1;
    before = byte;
  }
  return bytes === undefined || odd * 20 > bytes.length;
};

const utf8Bytes = (text: string): readonly number[] =>
  [...text].flatMap((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) return [point];
    const length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    const rest = Array.from({ length: length - 1 }, (_, i) => 0x80 | ((point >> (6 * (length - 2 - i))) & 0x3f));
    return [((0xf0 << (4 - length)) & 0xff) | (point >> (6 * (length - 1))), ...rest];
  });

/** The letters of base64url that stand for whole bytes of a text only, where the text begins `offset` bytes into a group. */
const innerLetters = (bytes: readonly number[], offset: number): string => {
  const letters: string[] = [];
  for (let bit = offset === 0 ? 0 : offset === 1 ? 4 : 2; bit + 6 <= bytes.length * 8; bit += 6) {
    const [high = 0, low = 0] = [bytes[bit >> 3], bytes[(bit >> 3) + 1]];
    letters.push(ALPHABET.charAt((((high << 8) | low) >> (10 - (bit & 7))) & 63));
  }
  return letters.join('');
};

/** What a text looks like inside of base64, at each of the three places where it may begin, in both alphabets. */
export const insideBase64 = (text: string): readonly string[] => {
  const bytes = utf8Bytes(text);
  const url = [0, 1, 2].map((offset) => innerLetters(bytes, offset));
  return [...new Set([...url, ...url.map((run) => run.replaceAll('-', '+').replaceAll('_', '/'))])];
};
