/** Kinds of personal data, as their pseudonyms name them. */
export type PersonalKind = 'person' | 'mail' | 'ip' | 'private-ip' | 'phone';

/** Text that shows personal data: the group `value` is masked, what stands around it stays. */
interface Sign {
  readonly kind: PersonalKind;
  /** What every text holds that the pattern fits: it is found, or not, at a small part of the cost. */
  readonly needs: RegExp;
  /** Made when it is first needed: most runs need few. */
  readonly pattern: () => RegExp;
  readonly isOne?: (value: string, text: string, at: number) => boolean;
}

const WORDS_FOR_NOBODY =
  /^(?:null|none|undefined|true|false|string|user|users|username|name|email|mail|unknown|anonymous|admin|root|public|default|all users|runner|vsts|vscode|node|app|azureuser|jovyan|trusted-service-user|containeradministrator|runneradmin|system|me|you|yourname|person|default user)$/i;
/** Masks, expressions, and pseudonyms of an earlier run. */
const STANDS_FOR = /^(?:[[<{$%(*\uE000]|x{3,}|(?:person|mail|ip|private-ip|phone|id)-\d+|secret-\d+_)|^\.{3}$|[{}$]/i;

const isSomebody = (value: string): boolean =>
  value.length > 1 && /\p{L}/u.test(value) && !WORDS_FOR_NOBODY.test(value) && !STANDS_FOR.test(value);

const isNamed = (value: string): boolean => isSomebody(value) && !/^[0-9a-f-]{36}$/i.test(value);

/** Loopback, "any", versions that end in zeros, and the addresses that Azure gives the same on every machine. */
const SAME_EVERYWHERE = /^(?:127\.|0\.0\.0\.0$|255\.255\.|169\.254\.169\.254$|168\.63\.129\.16$)/;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

const isAddress = (value: string): boolean =>
  value.split('.').every((part) => Number(part) < 256) && !SAME_EVERYWHERE.test(value) && !value.endsWith('.0.0');

const CLAIMS_NEAR =
  /["']?(?:oid|upn|preferred_username|unique_name|tid|given_name|family_name|userPrincipalName)\\{0,3}["']?\s{0,5}[:=\t]/;

const hasClaimsNear = (value: string, text: string, at: number): boolean =>
  isNamed(value) && CLAIMS_NEAR.test(text.slice(Math.max(0, at - 2500), at + 2500));

const LOCAL = "[\\p{L}\\d._%+-][\\p{L}\\d._%+'-]{0,63}";
const DOMAIN = '[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,5}\\.[A-Za-z]{2,24}';
const AT = '(?:@|%40|&#64;|\\\\u0040)';
const QUOTE = '\\\\{0,3}["\']?';
const NAMED = (names: string): string =>
  `(?<![\\w-])(?:${names})${QUOTE}[ \\t]{0,20}(?:[:=]|=>|%3[Aa]|%3[Dd])[ \\t]{0,20}`;
const QUOTED = '(?:\\\\{0,3}["\'](?<value>[^"\'\\\\\\r\\n]{1,120})(?=\\\\{0,3}["\'])|';
const BARE = '(?<bare>[^\\s"\'\\\\,;&<>{}()[\\]$]{2,100}))';

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/**
 * Signs of personal data, most telling first. They err on the side of masking; what support needs (ids, times, hosts) has
 * other forms.
 */
export const SIGNS: readonly Sign[] = [
  {
    kind: 'mail',
    needs: /\S(?:@|%40|&#64;|\\u0040)\S/,
    // A workspace stands in the same place of a URL: abfss://workspace@onelake.dfs.fabric.microsoft.com.
    pattern: once(
      () =>
        new RegExp(
          `(?<![\\p{L}\\d._%+-])(?<!:\\/\\/)(?<value>${LOCAL})(?:(?:#|%23)EXT(?:#|%23))?${AT}(?<domain>${DOMAIN})(?![\\w-])`,
          'dgu',
        ),
    ),
    isOne: (value) => !/^(?:mail-\d+$|secret-\d+_)/.test(value) && !WORDS_FOR_NOBODY.test(value),
  },
  {
    kind: 'person',
    needs: /(?:name|mail|address|upn|user_?id|login_?hint)\\{0,3}["']?[ \t]{0,20}(?:[:=]|%3[ad])/i,
    pattern: once(
      () =>
        new RegExp(
          NAMED(
            'given_?name|family_?name|sur_?name|first_?name|last_?name|upn|unique_name|preferred_username|userPrincipalName|user_?name|userDisplayName|user_?id|login_?hint|nickname|e-?mail(?:address)?|mail',
          ) +
            QUOTED +
            BARE,
          'dgi',
        ),
    ),
    isOne: isNamed,
  },
  {
    kind: 'person',
    needs: /["'](?:name|displayName)/,
    pattern: once(
      () =>
        /(?<![\w-])\\{0,3}["'](?:name|displayName)\\{0,3}["'][ \t]{0,20}:[ \t]{0,20}\\{0,3}["'](?<value>\p{Lu}[\p{L}.'’-]{0,40}(?:,? \p{Lu}[\p{L}.'’-]{0,40}){1,4})(?: \([^()"]{1,40}\))?\\{0,3}["']/dgu,
    ),
    isOne: hasClaimsNear,
  },
  {
    kind: 'person',
    needs: /name[ \t]/,
    pattern: once(
      () =>
        /(?<=\n|^)name[ \t]{1,40}(?<value>\p{Lu}[\p{L}.'’-]{0,40}(?:,? \p{Lu}[\p{L}.'’-]{0,40}){1,4})(?=[ \t]{0,20}(?:\n|$))/dgu,
    ),
    isOne: hasClaimsNear,
  },
  {
    kind: 'person',
    needs: /Users|\/home\//,
    pattern: once(
      () =>
        /(?:[A-Za-z]:(?:\\{1,4}|\/)Users(?:\\{1,4}|\/)|(?<![\w.%/])\/(?:home|Users)\/)(?<value>[^\\/"'<>|:*?\s]{1,64}(?:(?: [A-ZÀ-Þ][^\\/"'<>|:*?\s]{0,40}){1,2}(?=[\\/]))?)/dg,
    ),
    isOne: isSomebody,
  },
  {
    kind: 'person',
    needs: /@/,
    pattern: once(() => /(?<=\n|^)(?<value>[\w.-]{1,32})@[\w-]{1,63}(?=:[~/])/dg),
    isOne: isSomebody,
  },
  {
    kind: 'person',
    needs: /(?:From|To|Cc|Von|An|De):[ \t]/,
    pattern: once(
      () =>
        /(?<=\n|^)(?:[> ]{0,10})(?:From|To|Cc|Von|An|De|Reply-To):[ \t]{1,5}"?(?<value>\p{Lu}[^<\n"@]{1,60}?)"?(?=[ \t]{0,3}<)/dgu,
    ),
    isOne: isSomebody,
  },
  {
    kind: 'person',
    needs: /\] /,
    pattern: once(
      () =>
        /(?<=\n|^)\[[^\]\n]{3,30}\] (?<value>\p{Lu}[\p{L}'’-]{1,30}(?:,? \p{Lu}[\p{L}.'’-]{0,30}){1,3})(?=(?: \([^()\n]{1,40}\))?: )/dgu,
    ),
    isOne: isSomebody,
  },
  {
    kind: 'person',
    needs: /[ \t]'/,
    pattern: once(() => /\b(?:[Uu]ser(?: account| name)?|[Aa]ccount|login)[ \t]{1,3}'(?<value>[^'\n{}<>]{2,80})'/dg),
    isOne: isNamed,
  },
  {
    kind: 'ip',
    needs: /\d\.\d/,
    pattern: once(
      () => /(?<![\w.-])(?<!\w\/)(?<!version['"]?[ =:'"]{1,4})(?<value>(?:\d{1,3}\.){3}\d{1,3})(?!\.?[\w-])/dgi,
    ),
    isOne: isAddress,
  },
  {
    kind: 'ip',
    needs: /[23f][0-9a-f]{3}:/i,
    pattern: once(
      () => /(?<![\w:.])(?<value>(?:[23][0-9a-f]{3}|f[cde][0-9a-f]{2})(?::[0-9a-f]{0,4}){2,7})(?![\w:.])/dgi,
    ),
    isOne: (value) => value.includes('::') || value.split(':').length === 8,
  },
  {
    kind: 'phone',
    needs: /phone|mobile/i,
    pattern: once(
      () => new RegExp(`${NAMED('phone(?:_?number)?|mobile(?:Phone)?|telephone(?:Number)?')}${QUOTED}${BARE}`, 'dgi'),
    ),
    isOne: (value) => /\d{3}/.test(value),
  },
  {
    kind: 'phone',
    needs: /\+\d/,
    pattern: once(() => /(?<![\w+/=.:-])(?<value>\+\d{1,3}(?:[ .()-]{1,2}\d{2,8}){2,5})(?![\w/+=:])/dg),
  },
];

/** The kind as its pseudonym says it: an address of a private network helps to see why a host is not reached. */
export const exactKind = (kind: PersonalKind, value: string): PersonalKind =>
  kind === 'ip' && PRIVATE.test(value) ? 'private-ip' : kind === 'person' && value.includes('@') ? 'mail' : kind;
