const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 16 bytes in base64url are 22 letters. */
const UTI = /^[\w-]{22}$/;

const bytesOf = (text: string): readonly number[] => {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, '0')).join('');
  return Array.from({ length: 16 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2));
};

/** The order in which a GUID writes its bytes: the first three groups stand backwards. */
const GROUPS: readonly (readonly number[])[] = [
  [3, 2, 1, 0],
  [5, 4],
  [7, 6],
  [8, 9],
  [10, 11, 12, 13, 14, 15],
];

/**
 * The request id under which the sign-in log of Entra ID lists a token, from its claim `uti`. The conversion is that of
 * Microsoft's own MSIdentityTools: https://azuread.github.io/MSIdentityTools/commands/ConvertFrom-MsIdUniqueTokenIdentifier
 */
export const requestIdOf = (uti: string): string | undefined => {
  if (!UTI.test(uti)) return undefined;
  const bytes = bytesOf(uti);
  return GROUPS.map((group) => group.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('')).join('-');
};
