/** An account of one's own, as the one that calls. */
const OWN =
  /\b(?:with|as|under|using|via|through|by|in) (?:(?:an? )?(?:az |azure |interactive )?(?:log-?in|sign-?in|session) (?:as|of|with) )?(?:me|myself|my (?:own |personal )?(?:user|account|log-?in|token|credentials|identity|session))\b/;
/** What is asked, hoped for or of somebody else; another call than the one that fails. */
const OTHER =
  /\b(?:should|would|must|if|whether|hope|expect(?:ed)?|used to|until|colleagues?|co-?workers?|somebody|someone|other (?:users?|accounts?)|another (?:user|account)|guests?|list of)\b|\?/;

const THING =
  '(?:item|report|dataset|semantic model|model|notebook|lakehouse|warehouse|dashboard|dataflow|pipeline|connection)';
/** That what the call asks for is there, which other readers know as a call that works. */
const FOUND = new RegExp(
  `\\b(?:it|(?:the|this|that) (?:very |same ){0,2}${THING}) (?:(?:is|was) (?:found|returned)|(?:comes|came) (?:back|up))\\b` +
    `|\\b(?:it|(?:the|this) (?:very |same ){0,2}(?:call|request|url|query|script|code|line)) (?:returns?|finds?) (?:it|(?:the|this) (?:very |same ){0,2}${THING})\\b`,
);
/** `200 with my token`, `with my token: 200`. */
const STATUS_FIRST = /(^|, |: |; |\b(?:and|but|gives|gets) )200(?: ok)? (?=(?:with|as|under|using) (?:me|my|myself)\b)/;
const STATUS_LAST =
  /\b((?:with|as|under|using) (?:me|myself|my (?:own |personal )?(?:user|account|login|token)))(?::| ->| gives| it is| is)? 200\b/;
const MY_TOKEN = /\bmy token\b/;

/** The page of an operation sends its call with the account of whoever reads it. */
const TRY_IT =
  /\b(?:in|with|using|via|from|through|by) (?:the )?try[- ]it(?: (?:button|console|panel|feature|tool|page))?(?: (?:on|of|in) the (?:\w{1,14} )?(?:page|docs|documentation))?(?![\w-])/g;

/** `When I use my own token, it ...`: what is seen with that account. */
const WHEN_USED =
  /\bwhen i (?:use|take|run it with|call it with|try) (?=my (?:own |personal )?(?:user|account|log-?in|token|credentials|identity)\b)/;

/** The sentence of a person whose own account finds what the call asks for, in the words for a call that works. */
export const foundByMe = (written: string): string => {
  const sentence = OTHER.test(written)
    ? written
    : written.replace(TRY_IT, 'with my own account').replace(WHEN_USED, 'with ');
  if (!OWN.test(sentence) || OTHER.test(sentence)) return sentence;
  const plain = sentence
    .replace(FOUND, 'it works')
    .replace(STATUS_FIRST, '$1it works ')
    .replace(STATUS_LAST, '$1 it works');
  return plain === sentence ? sentence : plain.replace(MY_TOKEN, 'my own token');
};

/** Code and commands that sign in as an app. */
const AS_APP =
  /\bset_service_principal\b|\bClient(?:Secret|Certificate)Credential\b|\bclient_credentials\b|\bacquire_token_for_client\b|\bAcquireTokenForClient\b|\s--service-principal\b/;

/** Whether the code in a paste calls as an app. */
export const showsApp = (text: string): boolean => AS_APP.test(text);
