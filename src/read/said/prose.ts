import { bodiesAsWords } from '../syntax/inline-body.ts';

/** Signs of code, commands, JSON, logs and stack traces. */
const CODE =
  /[{}<>;|\\]|=\S|\S=|\w\([\w"']|\)\.\w|["'],?\s*$|^["'{[(#@$>%]|": |::|^\s*(?:at |in |File |import |from |const |let |var |def |curl |az |fab |pip |npm |(?:GET|POST|PUT|PATCH|DELETE) (?=URL|[/{<"'$:])|HTTP(?:\/\d(?:\.\d)? |[A-Z_])|\d{4}-\d\d-\d\d|\[)|^\s{4}|\t/;
/** Masks in a URL may hold blanks: `<workspace id>`. */
const URL = /\bhttps?:\/\/(?:[^\s<{]|<(?:[^<>\n]{1,60}>)?|\{(?:[^{}\n]{1,60}\})?){1,2000}/g;
const WORDS = /[A-Za-zÀ-ÿ][a-zß-ÿ'’]{0,20},?(?:\s[A-Za-zÀ-ÿ][\wß-ÿ'’-]{0,20}[,.!?:]?)/;
/** A paste is not read beyond this; what people say of a failure stands at its start or end. */
const MOST_READ = 200_000;
/** A longer run without a full stop is a log; more sentences than this are a document. */
const LONGEST = 600;
const MOST = 1_000;

/** Strings of JSON and code; quotes in a sentence stand between words. */
const LITERAL =
  /"\s?[:=]|[:=]\s?"\S{1,300}"$|=\s?"|^\s{0,10}(?:['{[]|"(?![^"\n]{1,150}" (?:is|are|was|has|ist|est|está)\s))/;

const isProse = (line: string): boolean => line.length < 3_000 && WORDS.test(line) && !CODE.test(line);

/** A route such as `groups/{id}/datasets` or `/v1.0/myorg/groups`; a date or `and/or` is none. */
const isRoute = (run: string): boolean => run.split('/', 3).length > 2 || (run.includes('/') && /[{<[?=]/.test(run));

/** What a name of a tenant setting looks like: it is quoted to say which one is meant. */
const SETTING_NAME =
  /^.(?:service principals can|allow service principals|embed content|users can|guest users can|semantic model|dataset execute)\b/i;

/** A role is quoted to say that it is a name: `I am "Viewer" there`. */
const ROLE_NAME = /^.(?:viewer|contributor|member|admin)(?: role)?.$/i;

/** So is the button that sends a call from its page. */
const TRY_IT = /^.try[- ]it.$/i;

/** What stands in quotes is somebody else's: an error, a page of the documentation. Names of settings and roles stay words. */
const asWord = (quote: string): string => {
  if (ROLE_NAME.test(quote) || TRY_IT.test(quote)) return quote.slice(1, -1);
  return SETTING_NAME.test(quote) ? 'the tenant setting' : 'QUOTE';
};

const unquoted = (line: string): string =>
  line.replace(/"[^"\n]{1,300}"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»/g, asWord);

/** The mark behind an address that may end the sentence. */
const endOf = (address: string): string => /[.,:!?]$/.exec(address)?.[0] ?? '';

/** A route that lists what the caller has access to: that it works tells much. */
const LIST =
  /^(?:https?:\/\/[^/\s]{1,80})?\/?(?:v1(?:\.0)?\/)?(?:myorg\/)?(groups|workspaces|pipelines|gateways|capacities|connections)\/?(?:\?\S{0,200})?$/i;

const addressAsWord = (address: string): string => {
  const end = endOf(address);
  const listed = LIST.exec(address.slice(0, address.length - end.length))?.[1]?.toLowerCase();
  const isList = listed !== undefined && address.includes('/');
  return `${isList ? `list of ${listed.replace('groups', 'workspaces')}` : 'URL'}${end}`;
};

/** A run without blanks; a route as a word. */
const routeAsWord = (run: string): string =>
  isRoute(run) || /^\/(?:groups|workspaces|pipelines|gateways|capacities|connections)[.,:]?$/.test(run)
    ? addressAsWord(run)
    : run;

/** Calls and arrows that people put between their words, as words. */
const callsAsWords = (line: string): string =>
  line
    .replace(/\S{1,2000}/g, routeAsWord)
    // Something is made there, and not listed.
    .replace(/\b(POST|PUT|PATCH|DELETE) list of \w{6,12}/g, '$1 URL')
    .replace(/\s(?:->|→)\s|^\s{0,8}(?:->|→)\s(?=[2-5]\d\d\b)/g, ' gives ')
    .replace(/;\s(?=[a-zà-ÿ])/g, ', ')
    // A path through menus: `Authorization tab > Bearer Token`.
    .replace(/(?<=[A-Za-z]) > (?=[A-Z][a-z])/g, ', ')
    .replace(/^@\w{1,40}[,:]?\s/, '')
    .replace(
      /^(?:GET|POST|PUT|PATCH|DELETE) (?:URL|(list of \w{6,12})) (?=\S{1,40} \S)/,
      (_, list?: string) => `${list ?? 'the call'} `,
    );

/** What people name by its sign, or a command by its options, in the middle of a sentence. */
const signsAsWords = (line: string): string =>
  line
    .replace(/(?<!\S)["'`]?[?&]?\bcode=["'`]?(?=[\s,.)]|$)/g, 'code parameter')
    .replace(
      /(^\s{0,3}(?:[-*•>] )?|[.!?] )az rest (?:--?[a-z-]{1,20} \S{1,60} ){0,5}(?=(?:on|against|to|for|with) the )/,
      '$1azure cli ',
    );

/** What trackers put before a title, as `[BUG]`; a log has its levels there. */
const TITLE_LABEL =
  /^\s{0,3}(?:#{1,6} )?\[(?:bug(?: report)?|issue|question|help(?: wanted)?|support)\]:? (?=["'`]?\p{L})/iu;

/** The line as its words: without the marks of a list or quote before it, and without URLs. */
const wordsOf = (line: string): string =>
  callsAsWords(unquoted(line.replace(/^\s{0,3}(?:[-*•>]|\d{1,2}[.)])\s{1,3}/, '').replace(URL, addressAsWord)));

/** A call with nothing beside it but its version or status: nobody says anything with it. */
const CALL_LINE =
  /^\s{0,8}(?:[-*•>] |\d{1,2}[.)] )?(?:GET|POST|PUT|PATCH|DELETE) \S{1,2000}(?: HTTP\/[\d.]{1,3})?(?: \d{3}(?: \(?\w{1,20}\)?)?)?\s{0,8}$/;

/** Lines between fences of Markdown are code, whatever they look like. */
const outsideFences = (text: string): readonly string[] => {
  let fenced = false;
  return text.split('\n').map((line) => {
    const isFence = /^\s{0,8}```/.test(line);
    if (isFence) fenced = !fenced;
    return isFence || fenced ? '' : line;
  });
};

/**
 * The sentences that a person wrote around what was pasted, in lower case: code, logs, JSON and quotations are left out.
 * A sentence may go on in the next line; a line that is no prose ends it.
 */
export const sentencesIn = (text: string): readonly string[] =>
  outsideFences(text.slice(0, MOST_READ))
    .map((line) => signsAsWords(bodiesAsWords(line.replace(TITLE_LABEL, ''))))
    .map((line) => (LITERAL.test(line) || CALL_LINE.test(line) ? '' : wordsOf(line.trimEnd())))
    .map((line) => (isProse(line) ? line.trim() : '\n'))
    .join(' ')
    .toLowerCase()
    .replace(/[’]/g, "'")
    .split(/(?<=[.!?])\s|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST)
    .slice(0, MOST);
