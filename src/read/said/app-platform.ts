import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

type Platform = ValueOf<'app.platform'>;

/** The platforms as people and the portal name them. */
const NAMES: readonly (readonly [string, Platform])[] = [
  ['web', 'web'],
  ['spa|single[- ]page(?: app(?:lication)?)?', 'spa'],
  [
    'mobile (?:and|&) desktop(?: applications?| apps?)?|public client(?:/native)?(?: \\(mobile (?:and|&) desktop\\))?|native(?: client)?|installedclient',
    'mobile-desktop',
  ],
];
const NAME = `["'*\`]{0,2}(?<name>${NAMES.map(([name]) => name).join('|')})["'*\`]{0,2}`;
/** What shows that a platform is meant: an app that is called a web app is none yet. */
const KIND = '(?:platform(?: type)?|type|client type|redirect uri|reply url)';
const ADDRESS = '(?:redirect|reply|callback)[ _-]?(?:uri|url|address)s?';
const DONE = '(?:(?:now |currently |already )?registered|added|configured|listed|entered|set up|set|defined|stands|is)';

const PLACED =
  '(?:(?:registered|added|configured|listed|set up|set) (?:as|under|in|for|to)|(?:sits?|lives?|stands?|appears?|shows up|is|are) (?:\\w{1,12} )?under)';

const said = (words: string): RegExp => new RegExp(`(?<![\\w-])${words}(?![\\w-])`, 'gi');

const SENTENCES: readonly RegExp[] = [
  // "the redirect URI is registered under Web", "redirect URI http://localhost:3000 (registered as SPA)"
  said(
    `${ADDRESS}[^.!?\\n]{0,12}(?:https?://[^\\s,;)]{1,200}[ ,]{0,2})?[^.!?\\n]{0,30}?\\b${DONE} (?:(?:as|under|in|for|with) )(?:an? |the )?(?:${KIND} )?${NAME}(?: ${KIND})?`,
  ),
  // "added as type Web", "registered under the Web platform", "is registered as SPA"
  said(`${PLACED} (?:an? |the )?${KIND}:? ${NAME}`),
  said(`${PLACED} (?:an? |the )?${NAME} ${KIND}`),
  said(
    '(?:is|are|was|were) (?:registered|configured) (?:as|under) (?:an? |the )?(?<name>spa|single[- ]page application)',
  ),
];
const platformOf = (name: string): Platform | undefined =>
  NAMES.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(name))?.[1];

/** What was not done, should be, is only asked, or is no longer so. */
const OPEN =
  /\b(?:not|never|no|should|must|needs?|have to|has to|if|whether|instead of|try|tried|make sure|ensure|check|verify|expects?|requires?|when|unless|previously|formerly|originally|initially|used to|at first)\b|n't\b/i;
const ENDS_OPEN = /^[^.!?\n;]{0,80}(?:\?|\b(?:before|previously|earlier|until|at first)\b)/i;

/** What stands before a place in its clause. */
const clauseBefore = (text: string, from: number): string => {
  const before = text.slice(Math.max(0, from - 80), from);
  return before.slice(Math.max(...['.', '!', '?', '\n', ';'].map((mark) => before.lastIndexOf(mark))) + 1);
};

const spoken = (text: string): readonly Platform[] =>
  SENTENCES.flatMap((sentence) =>
    [...text.matchAll(sentence)].slice(0, 20).flatMap(({ index, 0: words, groups }) => {
      const platform = platformOf(groups?.['name'] ?? '');
      const end = index + words.length;
      const isOpen = OPEN.test(clauseBefore(text, index) + words) || ENDS_OPEN.test(text.slice(end, end + 90));
      return platform === undefined || isOpen ? [] : [platform];
    }),
  );

/** `Platform: Web` as the portal and people list it: the whole of a value, with nothing else beside it. */
const LABEL = new RegExp(
  `(?:^|[\\n|(,;•*-])[ \\t]{0,20}["'*\`]{0,2}(?:(?:current|app|redirect(?: uri)?) )?platform(?: type| configuration)?["'*\`]{0,2}[ \\t]{0,10}[:=|][ \\t*]{0,10}${NAME}(?=[ \\t]{0,5}(?:$|[\\r\\n;|().]|,(?! ?(?:web|spa|single|mobile|public|native|ios|android|desktop)\\b)))`,
  'gi',
);
const OF_REGISTRATION =
  /\b(?:app(?:lication)? registrations?|redirect[ _]?uris?|reply ur[li]s?|registered|azure ad|entra)\b/i;
/** What stands above a list of what to do. */
const ADVICE =
  /\b(?:fix|solution|steps?|choose|select|pick|change|docs?|documentation|guide|expected|plan|recommended)\b/i;

const listed = (text: string): readonly Platform[] =>
  [...text.matchAll(LABEL)].slice(0, 20).flatMap(({ index, 0: words, groups }) => {
    const platform = platformOf(groups?.['name'] ?? '');
    const before = text.slice(Math.max(0, index - 300), index);
    const end = index + words.length;
    const near = before.split('\n').slice(-2).join('\n') + words;
    const isOpen = OPEN.test(near) || ADVICE.test(near) || ENDS_OPEN.test(text.slice(end, end + 90));
    const isOfApp = OF_REGISTRATION.test(before + text.slice(end, end + 300));
    return platform === undefined || isOpen || !isOfApp ? [] : [platform];
  });

/** `"replyUrlsWithType": [{ "url": "https://...", "type": "Web" }]` of the manifest. */
const REPLY_URL =
  /"url"\s{0,5}:\s{0,5}"[^"\n]{1,400}"\s{0,5},\s{0,40}"type"\s{0,5}:\s{0,5}"(web|spa|installedclient)"|"type"\s{0,5}:\s{0,5}"(web|spa|installedclient)"\s{0,5},\s{0,40}"url"\s{0,5}:/gi;
/** `"spa": { "redirectUris": ["https://..."] }` of Microsoft Graph: an empty list registers nothing. */
const REDIRECT_URIS =
  /"(web|spa|publicClient)"\s{0,5}:\s{0,5}\{[^{}[\]]{0,400}"redirectUris"\s{0,5}:\s{0,5}\[\s{0,40}"/gi;
const IN_MANIFEST: Readonly<Record<string, Platform>> = {
  web: 'web',
  spa: 'spa',
  installedclient: 'mobile-desktop',
  publicclient: 'mobile-desktop',
};

const registered = (text: string): readonly Platform[] =>
  [
    ...(text.includes('replyUrlsWithType') ? text.matchAll(REPLY_URL) : []),
    ...(text.includes('redirectUris') ? text.matchAll(REDIRECT_URIS) : []),
  ].flatMap((match) => IN_MANIFEST[(match[1] ?? match[2] ?? '').toLowerCase()] ?? []);

/** The platform that a redirect URI is registered for, from a manifest or from what is said: nothing where two are named. */
export const appPlatform = (text: string): Facts => {
  if (!/platform|redirect|reply|registered|\btype\b/i.test(text)) return {};
  const shown = registered(text);
  const platform = onlyOne(shown.length > 0 ? shown : [...spoken(text), ...listed(text)]);
  return platform === undefined ? {} : { 'app.platform': platform };
};
