const TOKEN =
  /(?<written>[$@]{0,2}"(?:[^"\\\n]|\\.){0,2000}")|(?<list>\bnew\s{0,3}(?:\w{1,40}\s{0,2})?\[\s{0,3}\]\s{0,40}\{|\bnew List<[^<>\n]{1,60}>(?:\(\))?\s{0,40}\{)|(?<object>\bnew\s{0,40}\{)|(?<close>\})|(?<other>\{)|\b(?<name>[A-Za-z_]\w{0,60})\s{0,10}=(?![=>])/g;

/** The web defaults of .NET write names so, and the services read either case. */
const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const CLOSES = { '{': '}', '[': ']' } as const;

const open = (parts: string[], bracket: keyof typeof CLOSES): string => {
  parts.push(bracket);
  return CLOSES[bracket];
};

const REACH = 4000;

/** An anonymous object of C#, `new { accessLevel = "View" }`, as an object of JavaScript, and where it ends. */
export const csharpObject = (text: string, at: number): { readonly code: string; readonly to: number } | undefined => {
  const closes: string[] = [];
  const parts: string[] = [];
  let end = at;
  for (const { index, 0: token, groups = {} } of text.slice(at, at + REACH).matchAll(TOKEN)) {
    const { written, list, object, close, other, name } = groups;
    if (other !== undefined || (closes.length === 0 && (index > 0 || object === undefined))) return undefined;
    parts.push(text.slice(end, at + index));
    end = at + index + token.length;
    if (written !== undefined) parts.push(token.replace(/^[$@]{1,2}/, ''));
    if (name !== undefined) parts.push(`${camelCase(name)}:`);
    if (list !== undefined) closes.push(open(parts, '['));
    if (object !== undefined) closes.push(open(parts, '{'));
    if (close !== undefined) parts.push(closes.pop() ?? '');
    if (closes.length === 0) return { code: parts.join(''), to: end };
  }
  return undefined;
};
