const mix = (hash: number, letter: number, factor: number): number => Math.imul(hash ^ letter, factor);

/**
 * A number of 53 bits for a text, so that a text seen before is known without keeping it: it may hold a secret, and
 * there may be many. Two multiply-xor hashes side by side, as in cyrb53 (https://github.com/bryc/code, public domain).
 */
export const hash53 = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i);
    high = mix(high, letter, 2654435761);
    low = mix(low, letter, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
};
