/** Ends a colour: where none does, square brackets are no colours. */
const RESET = /\[(?:0|39|39;49;00)m/;
/** A colour of a terminal whose escape character was lost in a copy, or is written out. */
const COLOUR = /(?:\\(?:u001b|x1b|033|e)|\u241B|\^\[|\uFFFD)?\[\d{1,3}(?:;\d{1,3}){0,5}m(?!\])/gi;

/** A text without the colours that a copy made visible: between a name and its secret they would hide the one from the other. */
export const withoutColours = (text: string): string => (RESET.test(text) ? text.replace(COLOUR, '') : text);
