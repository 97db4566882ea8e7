const BARE = /^\s{0,20}(?:Authorization[ \t]{0,4}:\s{0,20})?(?:Bearer[ \t]{1,20}){0,3}\uE000\d{1,6}\uE001\s{0,20}$/i;

/**
 * Whether a sealed text is a token and no more, or the header that it is sent in. It is what is pasted most, and what
 * calls, errors and sentences look like need not be looked for in it: that takes longer than all the rest.
 */
export const isBareToken = (text: string): boolean => text.length < 200 && BARE.test(text);
