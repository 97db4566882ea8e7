/** A GUID in lower case, as the source of a pattern. */
export const GUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

const WHOLE = new RegExp(`^${GUID}$`, 'i');

/** Whether a text is a GUID and nothing else. */
export const isGuid = (text: string): boolean => WHOLE.test(text);

/** A text that is a GUID; undefined for every other. */
export const asGuid = (text: string | undefined): string | undefined =>
  text !== undefined && isGuid(text) ? text : undefined;
