import { remembered } from '../text/remembered.ts';
import { closingOf } from './closing-of.ts';
import { type PowerShellValue, type TableEntry, valueAt } from './powershell-value.ts';

/** How far back a variable is looked for. */
const REACH = 20_000;
const UNKNOWN: PowerShellValue = { is: 'unknown' };
const DEEPEST = 4;

/** A value, and whether the script turns it into JSON. */
export interface Resolved {
  readonly value: PowerShellValue;
  readonly json: boolean;
}

const NEW_TABLE = /^New-Object[ \t]{1,5}["']?(?:System\.Collections\.(?:Generic\.Dictionary|Hashtable)|Hashtable)/i;
const TO_JSON = /^[ \t]{0,10}(?:`\r?\n[ \t]{0,40})?\|[ \t]{0,5}(?:`?\r?\n[ \t]{0,40})?ConvertTo-Json\b/i;
const ENDS = /^[ \t]{0,10}(?:[;)}#\r\n]|$)/;

/** A value that stands as an argument of a command, where it ended, and whether its end was seen. */
export interface ArgumentAt extends Resolved {
  readonly to: number;
  readonly whole: boolean;
}

/** A value with what the rest of its line makes of it: JSON, or something that is not known. */
const withPipe = (text: string, { value, json, to, whole }: ArgumentAt): Resolved => {
  const rest = text.slice(to, to + 100);
  const piped = TO_JSON.test(rest);
  if (whole && (piped || ENDS.test(rest))) return { value, json: json || piped };
  return { value: value.is === 'table' ? { ...value, closed: false } : UNKNOWN, json: json || piped };
};

/** The argument at this place: what stands there, or what a pipe in brackets makes of it. */
export const argumentAt = (text: string, at: number): ArgumentAt => {
  const start = at + (/^[ \t]{0,200}/.exec(text.slice(at, at + 200))?.[0].length ?? 0);
  const to = text[start] === '(' ? closingOf(text, start) : undefined;
  if (to === undefined) return { ...valueAt(text, start), json: false };
  const inner = { ...valueAt(text, start + 1), json: false };
  return { ...withPipe(text, inner), to, whole: true };
};

const ADDED =
  /\$(\w{1,60})(?:\.Add\([ \t]{0,5}["']([^"'\n]{1,80})["'][ \t]{0,5},|\[["']([^"'\n]{1,80})["']\][ \t]{0,10}=(?!=)|\.(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|(\w{1,80}))[ \t]{0,10}=(?!=))/g;
const MIXED = /\$(\w{1,60})(?:[ \t]{0,10}\+=|\.(?:Remove|Clear|AddRange)\()/gi;
const ASSIGNED = /(?<![\w.:])\$(?:script:|global:)?(\w{1,60})[ \t]{0,40}=(?!=)[ \t]{0,40}/gi;

const isNamed = (match: RegExpMatchArray, name: string): boolean => match[1]?.toLowerCase() === name.toLowerCase();

/** `$h.Add("name", "value")`, `$h["name"] = "value"`, `$h.name = "value"`: pairs that are added to a table later. */
const addedTo = (text: string, name: string): readonly TableEntry[] =>
  [...text.matchAll(ADDED)]
    .filter((match) => isNamed(match, name))
    .map((match) => ({
      name: match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? '',
      value: valueAt(text, match.index + match[0].length).value,
    }));

/** Whether something is merged into a table or taken from it, so that its pairs are not all that it holds. */
const isMixed = (text: string, name: string): boolean =>
  [...text.matchAll(MIXED)].some((match) => isNamed(match, name));

const assignmentOf = (text: string, name: string): Resolved | undefined => {
  const last = [...text.matchAll(ASSIGNED)].findLast((match) => isNamed(match, name));
  if (last === undefined) return undefined;
  const at = last.index + last[0].length;
  const later = text.slice(at);
  if (NEW_TABLE.test(text.slice(at, at + 100)))
    return { value: { is: 'table', entries: addedTo(later, name), closed: !isMixed(later, name) }, json: false };
  const { value, json } = withPipe(text, argumentAt(text, at));
  if (value.is !== 'table') return { value, json };
  return {
    value: {
      ...value,
      entries: [...value.entries, ...addedTo(later, name)],
      closed: value.closed && !isMixed(later, name),
    },
    json,
  };
};

/** What a value is where it stands: variables that the script sets before are replaced by what they hold. */
export const resolved = (text: string, at: number, given: Resolved, depth = 0): Resolved => {
  if (given.value.is !== 'variable' || depth > DEEPEST) return given;
  const found = assignmentOf(text.slice(Math.max(0, at - REACH), at), given.value.name);
  if (found === undefined) return { value: UNKNOWN, json: given.json };
  return resolved(text, at, { value: found.value, json: found.json || given.json }, depth + 1);
};

const VARIABLE = /\$(?:\{([A-Za-z_]\w{0,60})\}|([A-Za-z_]\w{0,60}))(?![\w.]*\()/g;

/** A text with the variables in it replaced where the script sets them to a plain text. */
export const filledIn = (text: string, at: number, template: string): string =>
  template.replace(VARIABLE, (whole, braced: string | undefined, bare: string) => {
    const { value } = resolved(text, at, { value: { is: 'variable', name: braced ?? bare }, json: false });
    return value.is === 'text' && !/[\s$]/.test(value.text) ? value.text : whole;
  });

const NAME_IN_QUERY = /([?&])\$([A-Za-z_]\w{0,60})=/g;

/** The variables that a script sets anywhere, in lower case; `?$top=5` sets none. */
const namesSet = remembered(
  (text: string): ReadonlySet<string> =>
    new Set(
      [...text.matchAll(ASSIGNED)]
        .filter(({ index }) => !/[?&]/.test(text.charAt(index - 1)))
        .map(([, name = '']) => name.toLowerCase()),
    ),
);

/**
 * An address as PowerShell sends it: in double quotes `?$top=5` holds a variable, and one that the script never sets is
 * empty. Behind a backtick, in single quotes and beside a variable of that name it stays.
 */
export const withoutLostNames = (text: string, address: string): string =>
  /[?&]\$/.test(address) && text.includes(`"${address}"`) && !text.includes(`'${address}'`)
    ? address.replace(NAME_IN_QUERY, (whole, mark: string, name: string) =>
        namesSet(text).has(name.toLowerCase()) ? whole : `${mark}=`,
      )
    : address;
