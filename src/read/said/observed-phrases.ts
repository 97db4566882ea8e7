import type { Facts } from '../../facts/evidence.ts';
import { AFTER_AN_HOUR } from './after-an-hour.ts';
import { CALL, type Phrase, saysIn, WORKS, WORKS_END } from './phrase.ts';
import { SINCE_UPDATE } from './since-update.ts';
import { WORKED_BEFORE } from './worked-before.ts';

const CLIENT =
  '(?:postman|curl|insomnia|thunder client|bruno|hoppscotch|the (?:rest client|browser)|fiddler|powershell|python)';

/** Who calls there is somebody else: then it is the account that differs, and not the tool. */
const NO_CLIENT =
  /\?|\bshould\b|\bwould\b|\bn't\b|\bnot even\b|service ?principal|\bspn\b|\buser\b|\baccount\b|\b(?:colleague|co-?worker|team ?mate|admin(?:istrator)?|somebody|someone)\b/;

/** A denial, a doubt, a network that is no place, or a phone that a sign-in is approved on. */
const NO_NETWORK =
  /\bapprov|\bconfirm|\bauthenticator\b|\bmfa\b|\b(?:device|verification|sms) code\b|\bsigned? in on\b|\?|\bnot\b(?! (?:from|in|on|at) )|n't\b|\bif\b|\bshould\b|\bwould\b|\bmust\b|\bneeds? to\b|\bvirtual network\b/;

/** Few on purpose: a guess here would count as an observation. */
const PHRASES: readonly Phrase[] = [
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\bthe (?:very |exact )?same ${CALL}[^.!?,]{0,40} ${WORKS}(?:in|with|from|using|via|through) (?:a |plain )?${CLIENT}\\b`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\b(?:in|with|from|using|via|through) (?:plain )?${CLIENT},? the (?:very |exact )?same ${CALL} ${WORKS_END}`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\bsame ${CALL} (?:in|with|from|using|via|through) (?:plain )?${CLIENT} (?:${WORKS_END}|(?:passes|goes through|is (?:fine|ok)|(?:gives|returns|gets) 20[0-4])\\b)`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\b(?:it|this|the ${CALL}) ${WORKS}(?:in|with|from|using|via|through) (?:a |plain )?(?:postman|curl|insomnia|thunder client|bruno)\\b[^.!?]{0,30}\\b(?:but|not)\\b[^.!?]{0,60}\\b(?:code|script|python|c#|java|node|powershell|notebook|pipeline|sdk|library|app|application|data factory|power automate)\\b`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-network': 'works' },
    as: /\b(?:from|at|on|over|via|in|outside|without|off) (?:(?:a|an|the|my|our|another|different|other) ){0,2}(?:home|hotspot|mobile(?: network| hotspot)?|vpn|other network|network|company network|corporate network|office|phone|cellular|laptop at home|cloud shell)\b[^.!?]{0,50}\b(?:works?|worked|succeeds?|is fine)\b/,
    unless: NO_NETWORK,
  },
  {
    says: { 'observed.other-network': 'works' },
    as: /\b(?:works?|worked|succeeds?|is fine)(?: fine| ok| well)? (?:from|at|on|over|via|outside|without|off) (?:(?:a|an|the|my|our|another|different|other) ){0,2}(?:home|hotspot|mobile (?:network|hotspot)|vpn|(?:company |corporate )?network|phone|cellular|cloud shell)\b/,
    unless: NO_NETWORK,
  },
  {
    says: { 'observed.repeats': 'sometimes' },
    as: /\b(?:intermittent(?:ly)?|sporadic(?:ally)?|randomly|occasionally)\b[^.!?]{0,40}\b(?:fail(?:s|ed|ing|ures?)?|errors?|40[134]|issues?|problems?|unauthori[sz]ed|forbidden)\b|\b(?:fail(?:s|ed|ing)?|errors?|40[134]s?|issue|problem|works?) (?:is |are |occurs? |happens? |appears? |only )?(?:intermittent(?:ly)?|sporadic(?:ally)?|randomly|occasionally|sometimes|now and then)\b|\bsometimes (?:it |the (?:call|request) )?(?:works|fails|succeeds)\b|\b(?:it|this|the (?:call|request)) sometimes (?:works|fails|succeeds)\b/,
    unless: /\?|\b(?:not|isn't|never|no longer|may|might|could|can|if)\b/,
  },
  ...AFTER_AN_HOUR,
  ...SINCE_UPDATE,
  ...WORKED_BEFORE,
];

/**
 * What a person plainly says to have seen, in the sentences of a text. Of two different answers to one question
 * nothing is taken.
 */
export const observedIn = (sentences: readonly string[]): Facts => {
  const said = PHRASES.filter((phrase) => sentences.some((one) => saysIn(phrase, one)));
  const values = new Map<string, Set<unknown>>();
  for (const [path, value] of said.flatMap(({ says }) => Object.entries(says)))
    values.set(path, (values.get(path) ?? new Set()).add(value));
  return Object.fromEntries(
    [...values].flatMap(([path, all]) => (all.size === 1 ? [[path, [...all][0]]] : [])),
  ) as Facts;
};
