import { CALL, type Phrase, WORKS } from './phrase.ts';

/** A wish, a doubt, or another kind of version than that of a library or tool. */
const NO_VERSION =
  /\?|\bif\b|\bshould\b|\bn't work\b|\bnot work\b|\bdid(?:n't| not) (?:help|work|fix)|\bapi version\b|\bnode(?:\.js)?\b|\bpython \d|\bwindows\b/;

/** How people say that it fails since a library or tool was updated. */
export const SINCE_UPDATE: readonly Phrase[] = [
  {
    says: { 'observed.started': 'after-update' },
    as: /\bv?\d+\.\d[\w.]{0,12} (?:\w{1,12} )?(?:works?|worked|runs?|ran|succeeds?|fine|ok)\b[^.!?]{0,20}?[,;]? (?:(?:but|and|while|whereas|with|version) ){0,2}v?\d+\.\d[\w.]{0,12} (?:fails?|failed|breaks?|broke|throws?|crashes|does not|doesn't)\b/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: new RegExp(
      `\\b(?:it|this|that|everything|the (?:very |exact )?(?:same )?${CALL}) ${WORKS}(?:when |if )?(?:in|with|on|using|under) (?:the |an? )?(?:older|previous|earlier|prior|last) (?:version|release)\\b`,
    ),
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:works?|worked|works fine|is fine) (?:fine |ok |well )?(?:with|in|on|using|until|up to) (?:version )?(?:[\w@/.-]{1,40} )?v?\d+\.\d[\w.]{0,12}\b[^.!?]{0,20}\b(?:but|and|while|whereas)\b[^.!?]{0,40}\b(?:fails?|failed|broken|breaks?|stopped|not work|doesn't work|errors?)\b[^.!?]{0,40}\b(?:v?\d+\.\d|versions?\b|later|newer|above|since)/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:not working|doesn't work|does not work|fails|failing|broken|errors?) (?:any ?more )?(?:with|in|on|since|from|after) (?:[\w@/.-]{1,40} )?(?:versions? |release )?v?\d+\.\d[\w.]{0,12} (?:and|or) (?:above|later|newer|higher|up)\b/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:this|it|the (?:error|issue|problem)) (?:does not|doesn't|did not|didn't) (?:happen|occur|appear)s? (?:when |if )?(?:in|with|on|using|under) (?:the |an? )?(?:(?:older|previous|earlier|prior) (?:version|release)|v?\d+\.\d[\w.]{0,12} version|version v?\d+\.\d)/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:downgrad(?:ed|ing)|roll(?:ed|ing) back|revert(?:ed|ing)|going back|went back) (?:(?:the|our|my) )?(?:[\w@/-]{1,40} )?(?:back )?to (?:[\w@/-]{1,40} )?(?:version |v)?\d+\.\d[\w.]{0,12}\b[^.!?]{0,50}\b(?:works?|worked|(?:is|was) (?:working|fine|ok|gone)|fix(?:es|ed)|solve[sd]|resolve[sd]|helps?|helped)\b/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:since|after) (?:(?:i|we) )?(?:updat(?:ed|ing)|upgrad(?:ed|ing)|(?:the|an?) (?:last |latest |recent )?(?:update|upgrade))\b[^.!?]{0,60}\b(?:(?:to|version) v?\d+\.\d|to (?:the )?(?:latest|newest|new) (?:version|release)|(?:the )?(?:\w+ )?(?:library|package|module|sdk|cli|provider|extension|client)\b)/,
    unless:
      /\?|\bstill (?:works?|fails?|the same|get)\b|did(?:n't| not) help|same error|no (?:change|luck)|\bif\b|\bshould\b|capacity|licen[cs]e|permission|secret|manifest/,
  },
];
