/** Control characters but tab and line feed: nothing to read, and a terminal obeys them. */
export const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
