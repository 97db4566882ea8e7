/** Stands in a list of parameters for those that nobody shows. */
export const CUT = '...';

/** Stands for a value that nobody shows, of a parameter that is known to be sent. */
export const UNSEEN = '{...}';

/** Whether a name is what people write for the rest of a list. */
export const isCut = (name: string): boolean => name === CUT || name === '…';
