/** Methods whose names say that they are of the Power BI SDK, with nothing of it beside them. */
const NAMED =
  /(?<![\w-])((?:Get|Generate|Add|Update|Delete|Create|Refresh|Export|Clone|Rebind|Take|Bind|Set|Post|Execute|Cancel|Discover)[A-Z][A-Za-z]{2,60}?(?:InGroup|AsAdmin))(?:WithHttpMessages)?(?:Async)?(?![\w-])/g;

/** What came of it, behind the name: `: Unauthorized`, `() fails with Forbidden`, `gives me a 403`. */
const REFUSED =
  /^(?:\([^()\n]{0,80}\))?["'`”’]?(?: (?:call|method|request))?(?:\s{0,3}(?:[:=,–-]|->|=>|→))?[ \t]{0,5}(?:\r?\n[ \t]{0,8})?(?:(?:Microsoft\.Rest\.HttpOperationException: )?Operation returned an invalid status code |(?:always|still|then|now|just|only|also|me|us|with|an?|the|error|status|code|http|statuscode:?|fails?|failed|throws?|threw|returns?|returned|gives?|gave|gets?|answers?|is|was|ends in) ){0,7}["'(]?(?:unauthori[sz]ed|forbidden|not ?found|bad ?request|40[0134])\b/i;

/** Between two names that the same is said of. */
const JOINED = /^(?:\(\))?\s{0,3}(?:\/|,|or|and|&)\s{1,3}$/;

/** The methods of one refusal, the last of which stands right before it, and the place of the first. */
export const refusedMethod = (text: string): { readonly name: string; readonly from: number } | undefined => {
  const all = [...text.matchAll(NAMED)];
  const endOf = (match: RegExpExecArray): number => match.index + match[0].length;
  const refused = all.map((match) => REFUSED.test(text.slice(endOf(match), endOf(match) + 240)));
  for (let at = all.length - 2; at >= 0; at -= 1) {
    const [one, next] = [all[at], all[at + 1]];
    if (one && next && refused[at + 1] && JOINED.test(text.slice(endOf(one), next.index))) refused[at] = true;
  }
  const left = all.filter((_, at) => refused[at]);
  const [first] = left;
  const names = [...new Set(left.map(([, name = '']) => name))];
  return first === undefined ? undefined : { name: names.join(' or '), from: first.index };
};
