/** What code puts behind a literal: `+ id + "/reports"`, `. $id . '/reports'`, `& id & "/reports"`, `+ str(id)`. */
const PART =
  /[ \t]{0,5}(?:\+|&(?=[ \t])|\.(?=[ \t]{0,3}[$"']))\s{0,20}(?:[frb$@]{0,2}(["'`])([^"'`\n]{0,500})\1|(?:str\()?\$?([A-Za-z_][\w.]{0,60})\)?(?![\w([]))/y;
/** `paste0` of R puts its arguments together. */
const ARGUMENT = new RegExp(PART.source.replace('(?:\\+|', '(?:,|\\+|'), 'y');
const PASTE = /\bpaste0\(\s{0,20}["'][^"'\n]{0,500}["']$/;
const MOST = 12;

/** The rest of a text that code puts together behind `at`, with the names of variables in braces, and where it ends. */
export const concatenated = (text: string, at: number): { readonly rest: string; readonly end: number } => {
  const isPasted = PASTE.test(text.slice(Math.max(0, at - 540), at));
  const pattern = isPasted ? ARGUMENT : PART;
  const parts: string[] = [];
  let end = at;
  pattern.lastIndex = at;
  for (let part = pattern.exec(text); part !== null && parts.length < MOST; part = pattern.exec(text)) {
    const [, , literal, name] = part;
    parts.push(literal ?? `{${name?.split('.').at(-1)}}`);
    end = pattern.lastIndex;
  }
  return { rest: parts.join(''), end };
};
