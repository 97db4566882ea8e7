import type { CodeCall } from './code-calls.ts';
import { parseObject } from './json-literal.ts';
import { objectAround } from './text.ts';

/** How far behind its address the body of a call is looked for. */
const REACH = 1500;
const SENT = /\bbody\s{0,3}:\s{0,3}JSON\.stringify\(\s{0,20}(?=\{|([A-Za-z_]\w{0,60})\s{0,5}[,)])/;
/** The options of a call start right behind its address. */
const OPTIONS_BEFORE = /^["'`]?\s{0,20},\s{0,40}$/;

const QUOTED_NAME = /(["'])([\w@.-]{1,80})\1(?=\s{0,10}:)/g;
const QUOTED = /"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|`[^`\n]{0,1000}`/g;
/** A property whose value is a variable or what a function gives. */
const OPEN = /([\w$-]{1,80})\s{0,10}:\s{0,20}\[?\s{0,20}(?!(?:true|false|null|undefined)\b)[A-Za-z_$(]/g;
/** Properties that hold a text or a number; the variable of another may hold an object with names that nobody sees. */
const PLAIN = /(?:ids?|names?|email|identifier|type|level|right|query|url|description|key|date|time|format)$/i;

type Literal = { readonly body: string; readonly to: number };

/** The object that starts here, where all its names are seen. */
const literalAt = (text: string, at: number): Literal | undefined => {
  const parsed = text[at] === '{' ? parseObject(text, at, 0) : undefined;
  if (parsed?.closed !== true) return undefined;
  const code = text.slice(at, parsed.to).replace(QUOTED_NAME, '$2').replace(QUOTED, '""');
  const isWhole = [...code.matchAll(OPEN)].every(([, name = '']) => PLAIN.test(name));
  return isWhole ? { body: JSON.stringify(parsed.value), to: parsed.to } : undefined;
};

/** The object that a variable is set to before `at`, where it is set once and nothing is done with it in between. */
const objectOf = (text: string, name: string, at: number): string | undefined => {
  const sets = [
    ...text.matchAll(
      new RegExp(`(?<![\\w.$])${name}(?: ?: ?[\\w<>]{1,60})?[ \\t]{0,5}[+?|]{0,2}=(?![=>])\\s{0,10}`, 'g'),
    ),
  ];
  const [set] = sets;
  const literal = set === undefined || sets.length > 1 ? undefined : literalAt(text, set.index + set[0].length);
  if (literal === undefined || literal.to > at) return undefined;
  const isTouched = new RegExp(`(?<!console\\.log\\()\\b${name}\\b(?!\\s{0,3}:)`).test(text.slice(literal.to, at));
  return isTouched ? undefined : literal.body;
};

/** The JSON that a call of `fetch` sends: an object in its options, or the variable of one. */
export const bodyOfCall = (text: string, { to }: CodeCall): string | undefined => {
  const sent = SENT.exec(text.slice(to, to + REACH));
  const options = sent === null ? undefined : objectAround(text, to + sent.index);
  if (sent === null || options === undefined || !OPTIONS_BEFORE.test(text.slice(to, options.from))) return undefined;
  const at = to + sent.index;
  return sent[1] === undefined ? literalAt(text, at + sent[0].length)?.body : objectOf(text, sent[1], at);
};
