/** `Retry in 613 seconds`, `Please retry after 6 seconds`, `Please try again after '5' minutes`. */
const WAIT =
  /\b(?:retry|try again|try your request again|wait)(?: (?:in|after|for|at least|another)){1,2} {0,2}['"]?(\d{1,6}(?:\.\d{1,6})?)['"]? {0,2}(seconds?|secs?|minutes?|mins?)\b/i;

/** How long to wait before the next call, as a message names it where no header does. */
export const namedWait = (message: string | undefined): string | undefined => {
  const [, many, unit] = WAIT.exec(message ?? '') ?? [];
  return many === undefined ? undefined : `${many} ${unit?.toLowerCase()}`;
};
