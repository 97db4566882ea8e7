/** The language of Power Query, as far as a call needs it: https://learn.microsoft.com/powerquery-m/m-spec-expressions */

/** An expression longer than this is a program. */
const LONGEST = 4_000;
const OPEN = '([{';
const CLOSE = ')]}';
const DEEPEST = 6;
/** A field that is named like the variable in it, as in `[client_id = client_id]`, sets nothing. */
const MOST_VALUES = 3;

/** Code and the place in it from which names are looked up; `left` look-ups may still be made, so that names that go round cost little. */
export interface Code {
  readonly text: string;
  readonly at: number;
  left: number;
}

/** Where an expression ends: before the comma or bracket that does not belong to it, or before `in`. */
export const expressionEnd = (text: string, from: number, stops: string): number => {
  let depth = 0;
  let quoted = false;
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    const c = text.charAt(at);
    if (c === '"') quoted = !quoted;
    if (quoted) continue;
    if (OPEN.includes(c)) depth += 1;
    if (CLOSE.includes(c)) depth -= 1;
    if (depth < 0 || (depth === 0 && stops.includes(c))) return at;
    if (depth === 0 && c === '\n' && /^\s{0,40}in\b/.test(text.slice(at, at + 44))) return at;
  }
  return last;
};

/** The parts of an expression between separators that stand in no bracket and no quotes. */
export const partsOf = (text: string, separator: ',' | '&'): readonly string[] => {
  const parts: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const to = expressionEnd(text, from, separator);
    parts.push(text.slice(from, to).trim());
    if (text[to] !== separator) break;
    from = to + 1;
  }
  return parts.filter((part) => part !== '');
};

const NAME = /^(?:#"([^"\n]{1,80})"|([A-Za-z_][\w.]{0,80}))\s{0,10}=(?![=>])\s{0,20}/;

/** The fields of a record, each with its expression: `[a = 1, #"b" = x]`. */
export const recordFields = (text: string): ReadonlyMap<string, string> => {
  const inner = /^\[([\s\S]*)\]$/.exec(text.trim())?.[1] ?? '';
  return new Map(
    partsOf(inner, ',').flatMap((part) => {
      const match = NAME.exec(part);
      return match === null ? [] : [[match[1] ?? match[2] ?? '', part.slice(match[0].length)] as const];
    }),
  );
};

/** What a name is set to in the code, the last time before its place. */
const assigned = ({ text, at }: Code, name: string): string | undefined => {
  const pattern = new RegExp(`(?<![\\w.#"])(?:#")?${name}"?[ \\t]{0,20}=(?![=>])[ \\t\\n]{0,40}`, 'g');
  const start = Math.max(0, at - 20_000);
  const values = [...text.slice(start, at).matchAll(pattern)].slice(-MOST_VALUES).map((match) => {
    const from = start + match.index + match[0].length;
    return text.slice(from, expressionEnd(text, from, ',;')).trim();
  });
  return values.findLast((value) => value !== name);
};

/** Follows an expression that is only a name to what the name is set to. */
export const resolved = (expression: string, code: Code): string => {
  if (!/^[A-Za-z_]\w{0,60}$/.test(expression) || code.left <= 0) return expression;
  code.left -= 1;
  return assigned(code, expression) ?? expression;
};

/** Functions that change nothing that matters here. */
const PLAIN_CALL = /^(?:Text\.From|Uri\.EscapeDataString|Text\.Trim|Number\.ToText)\(([\s\S]*)\)$/;

const partText = (part: string, code: Code, depth: number): string => {
  const literal = /^"((?:[^"]|"")*)"$/.exec(part)?.[1];
  if (literal !== undefined) return literal.replaceAll('""', '"');
  if (/^\d{1,20}$|\uE000/.test(part) || depth > DEEPEST) return part;
  const inner = PLAIN_CALL.exec(part)?.[1];
  if (inner !== undefined) return textOf(inner, code, depth + 1);
  const value = resolved(part, code);
  const name = /^[\w.]{1,60}/.exec(part)?.[0] ?? 'value';
  return value === part || !/["\uE000]/.test(value) ? `{${name}}` : textOf(value, code, depth + 1);
};

/** The text that an expression makes; what is not known stands as `{name}`. */
export const textOf = (expression: string, code: Code, depth = 0): string =>
  partsOf(expression, '&')
    .map((part) => partText(part, code, depth))
    .join('');
