const LONGEST = 8000;

/** The place behind the bracket that closes the one at this place, in a shell; quotes hold brackets that count for nothing. */
export const closingOf = (text: string, from: number): number | undefined => {
  let depth = 0;
  let quote = '';
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from; at < limit; at += 1) {
    const c = text.charAt(at);
    if (c === '`') at += 1;
    else if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '{') depth += 1;
    else if (c === ')' || c === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
};
