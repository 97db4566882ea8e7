const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...ALPHABET].map((letter, index): [string, number] => [letter, index]),
  ['+', 62],
  ['/', 63],
]);

/** The bytes of a base64 or base64url text, with or without padding; undefined where a character does not belong. */
const decodeBytes = (text: string): readonly number[] | undefined => {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text.replace(/={1,2}$/, '')) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return bytes;
};

const lengthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** The text of UTF-8 bytes. A byte that does not belong becomes U+FFFD, as other decoders do. */
const decodeUtf8 = (bytes: readonly number[]): string => {
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lengthOf(lead);
    const rest = bytes.slice(at + 1, at + Math.max(length, 1));
    const good = length > 0 && rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
    const start = length === 1 ? lead : lead & (0x7f >> length);
    const point = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), start);
    letters.push(good && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD');
    at += good ? length : 1;
  }
  return letters.join('');
};

/** The UTF-8 text behind base64url (RFC 4648, section 5); undefined where the text is no base64. */
export const decodeBase64Url = (text: string): string | undefined => {
  const bytes = decodeBytes(text);
  return bytes && decodeUtf8(bytes);
};
