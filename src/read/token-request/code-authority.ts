import { assignedText } from '../syntax/assigned-text.ts';
import { concatenated } from '../syntax/concatenation.ts';
import { withNames } from '../syntax/format-arguments.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { maskVariables, splitUrl } from '../syntax/url.ts';
import type { UrlAt } from '../syntax/urls.ts';

/** A tenant is a word, an id or a domain. */
const SEGMENT = /^[\w.-]{1,120}$/;

/** An address of Entra ID in code with its variables replaced by what they are set to before `at`. */
export const filledAuthority = (text: string, url: string, at: number): string =>
  url.replace(/\{([A-Za-z_]\w{0,60})\}/g, (all, name: string) => {
    const value = assignedText(text, name, at);
    return value !== undefined && SEGMENT.test(value) ? value : all;
  });

/** The address that code puts together from the host of Entra ID, a variable and the rest: `"https://..." + tenant`. */
export const authorityInParts = (text: string, { url, from, to }: UrlAt): UrlAt | undefined => {
  const { host, path } = splitUrl(url);
  if (!/^["'`]$/.test(text[to] ?? '') || path.length > 1 || !isLoginHost(host)) return undefined;
  const { rest, end } = concatenated(text, to + 1);
  return rest === ''
    ? undefined
    : { url: filledAuthority(text, `${url.replace(/\/$/, '')}/${rest.replace(/^\//, '')}`, from), from, to: end };
};

/** A literal of code that variables are put into, `f"..."` or `$"..."`; in backticks stands an address in prose as well. */
const TEMPLATE = /[^\w](?:f|rf|fr|\$@?|@\$)["']$/i;

/** Nobody masks a tenant with a number. */
const NUMBERED = /\{\d?\}/;

/** The address in a literal of code that variables are put into, in it or from behind. */
export const authorityInTemplate = (text: string, { url, from, to }: UrlAt): string | undefined => {
  const named = withNames(text, url, from, to);
  const isTemplate =
    named !== url ||
    NUMBERED.test(url) ||
    TEMPLATE.test(text.slice(Math.max(0, from - 4), from)) ||
    (text[from - 1] === '`' && url.includes('${'));
  return isTemplate ? filledAuthority(text, maskVariables(named), from) : undefined;
};
