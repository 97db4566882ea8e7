import type { Facts } from '../../facts/evidence.ts';
import { isSeen, PARTS } from './said-clauses.ts';

const KIND = '(?:b2b |external |entra |aad |azure ad |invited |mere ){0,2}';
const GUEST = `(?:${KIND}guest|b2b user|b2b account)(?!s|-)(?: (?:user|account|identity|login|member|token))?`;

const of = (...parts: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}-])(?:${parts.join('|')})(?![\\p{L}])`, 'u');

/** How people say of the one who calls that it is a guest, in the languages that they write in around an error. */
const SAID = of(
  `i(?:'m| am)(?: (?:only|just|there|here|also))? an? ${GUEST}`,
  `(?:my|the) (?:own |same |calling )?(?:user|account|caller|login|identity)(?: (?:that (?:calls|makes the call)|there|here|in (?:that|their|this|the) tenant))? is (?:only |just )?an? ${GUEST}`,
  `(?:as|with|using|from|under|by|via) (?:an?|my|the|our|his|her|this) ${GUEST}`,
  `(?:me|my account|my user) as an? ${GUEST}`,
  `(?:^|an? |the |my |our )${GUEST} (?:gets?|got|receives?|is (?:refused|denied|rejected)|signs? in|cannot|can't|fails)`,
  'ich bin (?:(?:dort|da|hier|nur|ein) ){0,3}(?:gast|gastbenutzer|gastuser)|mit (?:meinem|dem|einem) (?:gastkonto|gastbenutzer|gastzugang|gast-account)|als (?:gast|gastbenutzer)',
  "je suis (?:un |une |seulement )?(?:utilisateur )?invitée?|(?:avec|depuis) (?:mon|un) compte invité|en tant qu'(?:utilisateur )?invitée?",
  'soy (?:un |una |solo )?(?:usuario )?(?:invitad[oa])|(?:con|desde) (?:mi|una?) (?:cuenta|usuario) (?:de )?invitad[oa]|como (?:usuario )?invitad[oa]',
  '(?:eu )?sou (?:um |uma )?(?:usuário )?convidad[oa]|com (?:minha|uma) conta (?:de )?convidad[oa]|como (?:usuário )?convidad[oa]',
);

/** A denial, a doubt, or a guest whose call works, so that the one that fails is somebody else's. */
const NOT_SO = of(
  `(?:not|no|never|isn't|aren't|kein|nicht|pas) (?:really |even |just |as |with )?(?:an? |the |my |any |als |un )?${KIND}(?:guest|gast|invité)`,
  'if|whether|should|could|would|may|might|must|maybe|perhaps|unless|assum\\w{1,5}|wenn|falls|sollte|vielleicht|devrait|debería',
  'works?|worked|is (?:fine|ok)|succeeds?|(?:we|i|they) (?:want|plan|invite|add|create)(?: \\w{1,10})?',
);
const WORKS_NOT = /\b(?:does not|doesn't|did not|didn't|never|not|no longer) works?(?:ed|ing)?\b/g;

/** The sign-in name that a tenant gives its guests, behind words that make it the name of the one who calls. */
const NAMED =
  /\b((?:sign|log)(?:ged|ned)?[ -]?(?:in|on)(?: (?:as|with|user))?|calling as|as|with|user ?name|user ?principal ?name|upn|unique_name|preferred_username|user|account|caller|login_hint|login)["'`]?\s{0,20}[:=]?\s{0,4}["'`(<]?([\w.%+'-]{1,100}(?:#|%23)EXT(?:#|%23)@[\w.-]{3,100})/gi;
/** A list of the people of a workspace or of a directory, of whom nobody needs to be the caller. */
const OF_MEMBERS = /groupUserAccessRight|AccessRight\b|principalType|"members"|@odata\.context/i;

const isNamed = (text: string): boolean => {
  if (!/EXT(?:#|%23)@/i.test(text) || OF_MEMBERS.test(text)) return false;
  const names = [...text.matchAll(NAMED)].map(([, , name = '']) => name.toLowerCase());
  const all = [...text.matchAll(/[\w.%+'-]{1,100}(?:#|%23)EXT(?:#|%23)@[\w.-]{3,100}/gi)].map(([name]) =>
    name.toLowerCase(),
  );
  return names.length > 0 && new Set(all).size === 1;
};

const saysSo = (part: string): boolean => SAID.test(part) && !NOT_SO.test(part.replace(WORKS_NOT, 'fails'));

/**
 * That the one who calls is a guest in the tenant, by the words of the person or by the name that the tenant gave the
 * account. `sentences` are in lower case.
 */
export const saidGuest = (text: string, sentences: readonly string[]): Facts =>
  isNamed(text) || sentences.filter(isSeen).some((sentence) => sentence.split(PARTS).some(saysSo))
    ? { 'said.guest': true }
    : {};
