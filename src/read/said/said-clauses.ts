/** What services, libraries and their pages say, and what is only thought of: nothing that the person saw. */
const NOT_OWN =
  /aadsts|\bexception\b|^(?:error|message|warning)\b|\bcorrelation id\b|\black(?:s|ing)? an? service principal|\bmissing service principal|\bmust be one of\b|\b(?:docs?|documentation|article|tutorial|guide|blog|page|error|support)\b.{0,20}\b(?:says?|said|states?|mentions?|claims?|tells?|lists?)\b|\baccording to\b|\btold (?:us|me)\b|\bis it possible\b|\bmust have\b|\bonly valid\b|\b(?:is|are) (?:only|not|currently not) (?:valid|supported|available)\b|\brequires? (?:an? )?(?:delegated|user|app)| --[a-z]|^(?:please )?(?:sign|log) in (?:as|with) .{1,40} instead\b|^(?:please )?use .{1,60} instead\b/;
/** A question is no observation, unless it asks for the reason of one. */
const QUESTION = /\?$/;
const WHY = /\b(?:why|how come|what am i|what could|warum|wieso|pourquoi|por qu[eêé])\b/;

/** Whether a sentence says what the person saw or did. */
export const isSeen = (sentence: string): boolean =>
  !NOT_OWN.test(sentence) && (!QUESTION.test(sentence) || WHY.test(sentence));

/** What takes a statement back. */
export const NOT =
  /\b(?:not|no|never|without|neither|nor|nobody|none|lacks?|missing|cannot|disabled|off|kein\w{0,2}|nicht|pas|sin|sem|não)\b|n't\b/;
/** What is wished, asked for or doubted is neither there nor missing. */
export const UNSURE =
  /\b(?:should|must|needs? to|have to|want|could|would|will|can|if|when|once|until|as soon as|whether|how|please|maybe|perhaps|try(?:ing)?|ask(?:ed)?|told|suggest(?:ed|s)?|supposed|expected|assum(?:e|ed|ing)|think|believe|wonder|hope|unless|someone|only works)\b|\bto (?:add|enable|grant|give|be|become)\b|^after\b.{0,200}\b(?:works?|worked)\b/;

/** One thing at a time: `not an admin, so I cannot check` says nothing with its second half. */
export const PARTS =
  /[,;:]\s|\s[-–—]\s|[()]|\b(?:but|however|yet|while|although|though|so|because|aber|mais|pero|mas)\s/;
