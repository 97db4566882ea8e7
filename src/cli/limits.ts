/** Largest input that is read: a HAR file of a long session is smaller. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024;

/** That limit in words. */
export const MAX_INPUT_WORDS = '64 MB';
