import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { isSeen } from './said-clauses.ts';

type Kind = ValueOf<'said.caller'>;

const CALLER: Readonly<Record<Kind, readonly string[]>> = {
  'managed-identity': [
    'managed[- ]identity|(?:system|user)[- ]assigned (?:identity|msi)|(?:the|its|our|my|with|using) msi|msi auth(?:entication)?|workspace identity|managed service identity',
    'verwalteten? identität|identité (?:managée|gérée)|identidad administrada|identidade gerenciada',
  ],
  'service-principal': [
    'service[- ]?princip(?:al|le)|workload identity(?! federation)|spn|(?:the|our|my|an?|this|with|as) sp|client[ _-]credentials?|app[- ]only',
    'idtyp["\'`]?[ :=]{1,3}["\'`]?app',
    'sp(?= (?:is|has|had|was|gets|got|only|can|cannot|does|role)\\b)',
    'app(?:lication)?(?:[- ]registration)? (?:is|has|was|got)(?= [^.!?]{0,40}(?:workspace|viewer|member|contributor))',
    '(?:gave|added|granted|assigned|made|given|put) (?:the|our|my|this) app(?:lication|[- ]registration)?(?= [^.!?]{0,40}(?:workspace|viewer|member|contributor))',
    'dienstprinzipal|principal (?:de|du) servic(?:e|io)|entidad de servicio|entidade de serviço|principal de serviço',
  ],
  user: [
    '(?:with|using|as|via|under|by|through|use) (?:my (?:own |personal |work |normal |admin )?(?:user(?: account| token)?|account|login|credentials|identity)|my (?:own|personal) token|mine|myself|me|(?:an?|the|any) (?:normal |regular |personal |real |delegated |interactive )?user(?: account| token| login| identity)?|user (?:credentials|token|account))',
    '(?:with|using|use|an?|the) delegated (?:tokens?|permissions?|access|auth(?:entication)?)|device[- ]code|interactive (?:log-?in|sign-?in|browser)|(?:signed|logged|log|sign) in (?:with|as) (?:my|myself|a (?:normal |regular )?user)|username and password',
    'mit meinem (?:eigenen |persönlichen )?(?:konto|account|benutzer|user)|avec mon (?:propre )?(?:compte|utilisateur|user)|con mi (?:propia |propio )?(?:cuenta|usuario|user)|com (?:a )?minha (?:própria )?conta|com o? ?meu (?:próprio )?(?:usuário|utilizador|user)',
  ],
};

const wordsFor = (...parts: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d-])(?:${parts.join('|')})(?![\\p{L}\\d])`, 'gu');

/**
 * Names of a caller, in the languages that people write in around an error in English. Plurals are left out: they stand
 * in names of settings and in documentation, where nobody calls.
 */
const NAMES: readonly (readonly [Kind, RegExp])[] = [
  ['managed-identity', wordsFor(...CALLER['managed-identity'])],
  ['service-principal', wordsFor(...CALLER['service-principal'])],
  ['user', wordsFor(...CALLER.user)],
];

/** An app that is not said to be more: it says who calls only where the call works with an account of one's own. */
const ANY_APP = wordsFor(
  '(?:with|for|as|using|via|by|from|through|of) (?:the|our|my|an?) (?:azure |entra |aad |registered )?app(?:lication|[- ]registration)?',
  '(?:mit|für) der (?:app|anwendung)|avec l.application|con la aplicación|com (?:o app|a aplicação)',
);

/** What stands right before a caller that is not there, was given up, or is only thought of; `no X or Y` is neither. */
const NOT_SO =
  /(?:\b(?:no|not|without|instead of|rather than|other than|neither|nor|never|want(?:s|ed)? to|like to|plan(?:ning)? to|going to|need to|should|could|would|kein(?:e|en|em)?|nicht|ohne|sans|pas|sin|sem|não|ni|nem)|n't|\bne?eds? (?=an? $))(?: (?:an?|any|the|my|our|it|use|used|using|be|have|having|got|need|want|switch to|move to|migrate to|create|set up|via|as|through|with|for|yet|even|un|une|uma?|einen?|mit|dem|der|den|la|el|avec|le|con|com|or|nor|oder|ou|service|principals?|spns?|managed|identity|identities|user|account)){0,7} $/;
const LEFT_BEHIND =
  /\b(?:switch(?:ed|ing)?|migrat(?:ed|ing)|moved?|moving|chang(?:ed|ing)|went|replac(?:ed|ing))(?: (?:it|over|everything))?(?: from)?(?: (?:an?|the|our|my))? $/;
/** The principal is what the call is about: `to add a service principal`. Past forms tell what was set up. */
const AS_OBJECT =
  /\b(?:add|adding|invite|inviting|grant|granting|assign|assigning|give|giving|list|listing|delete|deleting|remove|removing|create|creating)(?: (?:access|rights|a role|permissions?))?(?: to)?(?: (?:an?|the|my|our|this))? $/;
/** `not with the app`, behind a call that works. */
const BUT_NOT = /^(?:but |and |just |only )?(?:not|nicht|pas|no|não|mas não|mais pas|pero no)\b/;

const FAILS =
  /\b(?:fail\w{0,4}|doesn't|does not|don't|not work|refused|denied|unauthorized|forbidden|40\d|429|500|errors?|can't|cannot|unable|nicht|fehler|erreur|erro)\b/;
/** A person is the caller where they sign in or call; accounts are also spoken of as owners of things. */
const CALLS =
  /\b(?:sign|signed|log|logged|login|log-in|sign-in|token|device|delegated|call|calls|calling|request|get|gets|run)\b/;

const WORKS =
  /\b(?:works?|worked|working|succeeds?|succeeded|(?:does|do) (?:answer|respond|work)|(?:it|that|everything) runs|(?:is|it's) (?:all )?(?:fine|ok|good)|(?:lists?|shows?|returns?|sees?) (?:both|all of them|them all|them)|same (?:line|call|script|code|request|query|url|command) (?:lists?|shows?|returns?|gives?|sees?|prints?)(?! (?:me |us )?(?:(?:an?|the|no|same|only) ){0,2}(?:errors?|40\d|nothing|empty|null|none|less|fewer|other|data|problem|issue|message))|returns? 200|gets? 200|200 ok|funktioniert|klappt|geht|läuft|fonctionne|marche|passe|funciona)(?![\p{L}\d])/u;
const WORKS_NOT =
  /(?:\b(?:not|never|no longer|hardly|should|must|would|to|if|does it|ne|no|stopped|stops)|n't|não)(?: (?:it|also|even|always|me|really))? (?:works?|worked|working|succeed|run|(?:list|show|return|see)(?= (?:both|them|all of))|fonctionne|marche|passe|funciona)\b|\b(?:funktioniert|klappt|geht|läuft)(?: \S{1,12}){0,2} nicht\b/;

/** It is the sign-in that works, which says nothing of the call: `service principal authentication works`. */
const SIGNS_IN =
  /\b(?:authenticat(?:ion|es?|ed|ing)|auth|sign-?in|log-?in|connect(?:s|ed|ion)?|(?:access )?tokens?(?: (?:acquisition|generation|retrieval|request))?)\b/;

/** Where one thing that a sentence says ends; `with my account, it works` is one thing. */
const JOINED =
  /, (?=(?:it|everything|this|that|all|the (?:same )?(?:call|request|url|query|script|code)) (?:\w{1,10} )?(?:works?|worked|is (?:fine|ok|working)|succeeds|runs)\b)/g;
/** What is said beside, in the middle of one thing: `with my user (I am admin) the same script works`. */
const BESIDE = / \([^()]{1,60}\)(?=,? (?:it|everything|the same) )/g;
const CLAUSE =
  /[,:]\s|\s[-–—+]\s|[()]|(?<![\p{L}])(?:but|however|yet|while|whereas|although|though|and|then|aber|und|jedoch|mais|et|pero|y|mas|e)\s/u;

interface Clause {
  readonly text: string;
  readonly says: 'works' | 'fails' | undefined;
  /** A clause before it in the sentence says that the call works. */
  readonly afterSuccess: boolean;
}

const outcomeOf = (text: string): Clause['says'] => {
  if (WORKS.test(text) && !WORKS_NOT.test(text)) return 'works';
  return WORKS_NOT.test(text) || FAILS.test(text) || BUT_NOT.test(text) ? 'fails' : undefined;
};

const clausesOf = (sentence: string): readonly Clause[] => {
  const parts = sentence
    .replace(BESIDE, '')
    .replace(JOINED, ' ')
    .split(CLAUSE)
    .map((part) => part.trim());
  const said = parts.map(outcomeOf);
  return parts.map((text, at) => ({ text, says: said[at], afterSuccess: said.slice(0, at).includes('works') }));
};

/** What an app shows of itself to get a token. */
const ID_AND_SECRET = /client[ _-]?id ?(?:and|\+|&|\/|with|e|y|et|und) ?(?:an? |the )?(?:client )?secret/g;

/** A caller that a clause names, and whether the call works or fails with it. */
interface Heard {
  readonly kind: Kind;
  readonly outcome: 'works' | 'fails';
}

const isMeant = ({ text, afterSuccess }: Clause, from: number): boolean => {
  const before = text.slice(0, from);
  if (LEFT_BEHIND.test(before) || AS_OBJECT.test(before)) return false;
  return (afterSuccess && BUT_NOT.test(text)) || !NOT_SO.test(before);
};

const heardIn = (clause: Clause, names: typeof NAMES, sentence: string): readonly Heard[] =>
  names.flatMap(([kind, as]) =>
    [...clause.text.matchAll(as)].flatMap(({ index }): readonly Heard[] => {
      const isUser = kind === 'user';
      if (!isUser && clause.says === 'works' && SIGNS_IN.test(clause.text)) return [{ kind, outcome: 'fails' }];
      if (clause.says === 'works' || (isUser && clause.afterSuccess && clause.says !== 'fails'))
        return [{ kind, outcome: 'works' }];
      const calls = !isUser || FAILS.test(sentence) || CALLS.test(clause.text);
      return calls && isMeant(clause, index) ? [{ kind, outcome: 'fails' }] : [];
    }),
  );

const hear = (sentences: readonly string[], names: typeof NAMES): readonly Heard[] =>
  sentences
    .map((sentence) => sentence.replace(ID_AND_SECRET, 'client credentials'))
    .flatMap((sentence) => clausesOf(sentence).flatMap((clause) => heardIn(clause, names, sentence)));

const kindsOf = (heard: readonly Heard[], outcome: Heard['outcome']): ReadonlySet<Kind> =>
  new Set(heard.filter((one) => one.outcome === outcome).map(({ kind }) => kind));

/** The one caller that is named with the failing call. */
const callerIn = (heard: readonly Heard[]): Kind | undefined => {
  const [caller, ...others] = kindsOf(heard, 'fails');
  return others.length === 0 ? caller : undefined;
};

/**
 * Who calls, and whether the same call works with the person's own account, as the sentences of a text say it. Of two
 * different callers nothing is taken.
 */
export const saidOfCaller = (all: readonly string[]): Facts => {
  const sentences = all.filter(isSeen);
  const heard = hear(sentences, NAMES);
  const worksAs = kindsOf(heard, 'works');
  const isNamed = kindsOf(heard, 'fails').size > 0;
  const caller = callerIn(isNamed || !worksAs.has('user') ? heard : hear(sentences, [['service-principal', ANY_APP]]));
  if (caller === undefined || worksAs.has(caller)) return {};
  const isCompared = caller !== 'user' && worksAs.has('user');
  return { 'said.caller': caller, ...(isCompared && { 'observed.same-call-as-user': 'works' }) };
};
