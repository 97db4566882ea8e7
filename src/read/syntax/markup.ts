/** Marks of JIRA around code and quotations; `?code={code}` and `/{code}` are masks: https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa */
const JIRA = /(?<![=/&])\{(?:code|noformat|quote|panel|color)(?::[^{}\n]{1,120})?\}/g;
/** Signs of JIRA: a mark with a parameter, or one that stands at the start of a line. */
const IS_JIRA = /^\{(?:code|noformat|quote|panel)(?::[^{}\n]{1,120})?\}|\{(?:code|color):[\w|=#-]{1,60}\}/m;

const withoutJira = (text: string): string => (IS_JIRA.test(text) ? text.replace(JIRA, '') : text);

/** What Word puts before the points of a list: a mark or a number, and a tab. */
const BULLET = /^[ \t]{0,12}(?:(?:[•·▪◦‣§➢✓\uF0B7\uF0A7]|o|\d{1,2}[.)]|[a-z][.)])\t|[•▪◦‣][ \t]{1,8})/gm;

/** The options of commands that a word processor wrote with a dash: `–X`, `–header`. */
const SHORT = /(?<=[ \t])[–—](?=[A-Za-z](?:[ \t"'“‘]|$))/gm;
const LONG =
  /(?<=[ \t])[–—](?=(?:header|data(?:-raw|-binary|-urlencode)?|request|location|url|user|json|include|verbose|insecure|silent|compressed|method|resource|body|form)[ \t=])/g;
const COMMAND = /\b(?:curl|wget|az rest|fab api)\b/;

const withHyphens = (text: string): string =>
  COMMAND.test(text) ? text.replace(SHORT, '-').replace(LONG, '--') : text;

/** The text without what JIRA and word processors put around the lines of others. Lines stay lines. */
export const withoutMarkup = (text: string): string => withHyphens(withoutJira(text).replace(BULLET, ''));
