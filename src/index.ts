import { diagnoseSealed as diagnoseSealedWith, diagnose as diagnoseWith } from './diagnose/diagnose.ts';
import { type Asking, type Interviewed, interview as interviewWith } from './diagnose/interview.ts';
import { wordlessRules, wordSigns } from './generated/rules.ts';
import type { LookUp } from './knowledge/explain.ts';
import { withWords } from './match/rule-book.ts';
import type { Context, Diagnosis } from './model/diagnosis.ts';
import type { Paste } from './model/paste.ts';
import type { Rule, RuleBook } from './model/rule.ts';
import type { Sealed } from './redact/seal.ts';

/** The causes that come with the tool. */
export const builtInRules: readonly Rule[] = wordlessRules.map((rule, at) => withWords(rule, wordSigns[at]));

/** The same in both forms, of which the command reads the one that a paste needs. */
const builtInBook: RuleBook = {
  get all() {
    return builtInRules;
  },
  get wordless() {
    return wordlessRules;
  },
};

/** What `diagnose` needs: `{ now, answers?, rules? }`, with `now` as ISO 8601. Without `rules` the built-in ones count. */
export type Options = Omit<Context, 'rules'> & { readonly rules?: readonly Rule[] };

/**
 * Explains why calls fail: one diagnosis for each failing call in the pastes, `[{ text, name? }]`. Pure and synchronous:
 * no clock, no I/O, and the same input gives the same output. `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const text = 'GET https://api.fabric.microsoft.com/v1/workspaces\n\nHTTP/1.1 401 Unauthorized';
 * const [diagnosis] = diagnose([{ text }], { now: '2026-03-01T12:00:00Z', answers: { 'caller.kind': 'service-principal' } });
 * diagnosis?.conclusion; // { is: 'stops-at', gate, cause, verdict } or { is: 'unexplained' }
 * diagnosis?.findings; // causes, best first: { cause, title, verdict, explain, for, against, fix, sources, ... }
 * diagnosis?.question?.fact; // the fact to put into `answers` next; CANNOT_TELL is always an answer
 * ```
 *
 * @throws AnswerError when an answer names an unknown fact, or a value that the fact cannot have.
 */
export const diagnose = (pastes: readonly Paste[], { rules, ...context }: Options): readonly Diagnosis[] =>
  diagnoseWith(pastes, { rules: rules ?? builtInBook, ...context });

/**
 * The same of pastes that `sealPastes` has taken the secrets out of: plain data, which a session keeps to go on later.
 * `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const kept = JSON.stringify(sealPastes([{ text: `Authorization: Bearer ${token}` }]));
 * const [later] = diagnoseSealed(JSON.parse(kept), { now: '2026-03-01T12:00:00Z' });
 * later?.secrets; // what each secret is, and never its value: [{ id: 1, kind: 'access-token', length, claims, ... }]
 * ```
 */
export const diagnoseSealed = (sealed: Sealed, { rules, ...context }: Options): readonly Diagnosis[] =>
  diagnoseSealedWith(sealed, { rules: rules ?? builtInBook, ...context });

/** What `interview` needs: what `diagnose` needs, and `call` where it is not about the first failing call, from 0. */
export type InterviewOptions = Options & { readonly call?: number };

/**
 * Asks until a cause is confirmed or nothing is left to ask: a generator that yields `{ diagnosis, answers, question }`
 * and takes the answer with `next(answer)`, at once or days later; `undefined` is "I cannot tell". An answer that cannot
 * be one is asked for again, with `refused`. To go back, begin anew with the `answers` of an earlier step.
 * `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const answerOf = (fact: string) => ({ 'caller.kind': 'user' })[fact];
 * const steps = interview([{ text: 'GET https://api.fabric.microsoft.com/v1/workspaces -> 401' }], { now: '2026-03-01T12:00:00Z' });
 * let step = steps.next();
 * while (!step.done) step = steps.next(answerOf(step.value.question.fact));
 * step.value.diagnosis; // the last one
 * step.value.answers; // every fact that was asked for, with its answer or CANNOT_TELL
 * ```
 *
 * @throws AnswerError as `diagnose` does, for the answers to begin with.
 * @throws RangeError where there is no such call.
 */
export const interview = (
  pastes: readonly Paste[],
  { rules, ...context }: InterviewOptions,
): Generator<Asking, Interviewed, string | undefined> =>
  interviewWith(pastes, { rules: rules ?? builtInBook, ...context });

/**
 * Looks one thing up by any of its names: an Entra code, service code, cause, tenant setting, term, claim or scope. What
 * it knows is loaded with the first call, so that `diagnose` does not pay for it. `test/library-example.test.ts` runs
 * this example.
 *
 * ```ts
 * const answer = await explain('AADSTS7000215');
 * const [first] = answer.found ? answer.explanations : [];
 * first?.means; // what it means, in a sentence or two
 * first?.causes; // what it points at: { cause, title, gate, weight: 'first-suspect' or 'rival' }
 * first?.sources; // https addresses, with `basis` and `asOf` of what is said
 * const nearest = answer.found ? [] : answer.nearest; // names like it, best first, where nothing has this one
 * ```
 */
export const explain = async (thing: string, { rules = builtInRules }: Pick<Options, 'rules'> = {}): Promise<LookUp> =>
  (await import('./knowledge/explain.ts')).lookUp(thing, rules);

/** Thrown for an answer that cannot be one: `{ code, fact }`. */
export { AnswerError } from './diagnose/answer-error.ts';
/** The answer "I cannot tell", `'cannot-tell'`: the fact is not asked again. */
export { CANNOT_TELL } from './diagnose/diagnose.ts';
/**
 * Big inputs, HAR (`'har'`), JSON lines (`'json-lines'`) and other logs (`'log'`): `followEntries` reads them entry by
 * entry. `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const follower = followEntries('har');
 * const groups = grouper();
 * const see = (calls: Iterable<FailingCall>) => {
 *   for (const { pastes, at } of calls) for (const one of diagnose(pastes, { now: at ?? now })) groups.add(one);
 * };
 * for (const text of texts) see(follower.push(text));
 * see(follower.end());
 * groups.groups(); // [{ diagnosis, calls }]: the calls that fail alike are one, with their number
 * ```
 */
export {
  /** Either of the two; `entryKind(start)` tells which a text is. */
  type EntryKind,
  entryKind,
  /** One call to diagnose: `{ pastes, likeness, at? }`. */
  type FailingCall,
  /** Takes texts and gives failing calls: `{ push, end, seen, notices }`. */
  type Follower,
  followEntries,
  /** What a follower has seen: `{ entries, failures }`. */
  type Seen,
} from './diagnose/follow-entries.ts';
/** Calls that fail alike, `{ diagnosis, calls }`: `groupDiagnoses` for a list, `grouper` for calls as they come. */
export { type Group, type Grouper, groupDiagnoses, grouper } from './diagnose/group.ts';
/** A step of an interview, and its end. */
export type { Asking, Interviewed } from './diagnose/interview.ts';
/**
 * Says what sealed pastes are, without asking why a call fails: `{ recognised, secrets }`, as a diagnosis has them. It
 * takes a part of the time. `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const { recognised } = recognise(sealPastes([{ text: 'GET https://api.fabric.microsoft.com/v1/workspaces' }]));
 * recognised.map(({ what }) => what); // ['HTTP request: GET api.fabric.microsoft.com/v1/workspaces']
 * ```
 */
export { type Recognition, recognise } from './diagnose/recognise.ts';
/** Takes a whole HAR or log in JSON lines apart, which `diagnose` does by itself: undefined for any other paste. */
export { type Alike, type Recording, recordingIn } from './diagnose/recording.ts';
/** The path of a fact, such as `token.aud`: what `answers` and `facts` are keyed by. */
export type { FactPath } from './facts/catalog.ts';
/**
 * The catalog of facts: all paths, whether a text is one, the entry of one, and the values that it can have.
 * `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const role = factSpec('workspace.role');
 * role.ask?.question; // 'Which role does the caller have in the workspace?'
 * choicesOf(role); // ['none', 'viewer', 'contributor', 'member', 'admin']
 * ```
 */
export { choicesOf, FACT_PATHS, factSpec, isFactPath } from './facts/catalog.ts';
/** What `explain` found, or what is nearest. */
export type { LookUp, Near } from './knowledge/explain.ts';
/** All there is to say of one thing, in its parts. */
export type { CauseHint, Detail, Explanation, Grounds, Kind } from './knowledge/explain-model.ts';
/**
 * `Diagnosis` and its parts: plain data, `{ call, conclusion, findings, gates, question?, facts, secrets, notices, ... }`.
 * No value of a secret is in it; the claims of a token are (in `secrets` and `facts`), and those may be personal:
 * `maskDiagnosis` masks them.
 */
export type * from './model/diagnosis.ts';
/** A fact, `{ state: 'known', value, origin }` or `{ state: 'absent', origin }`, where it was read, and notices. */
export type { Evidence, Fact, FactValue, Notice, Origin, Place } from './model/evidence.ts';
/** The entry of a fact in the catalog, how to ask a person for it, who can tell, and at what cost. */
export type { Ask, Cost, FactGroup, FactSpec, Who } from './model/fact.ts';
/** A header of a request or answer: `{ name, value }`. */
export type { Header } from './model/incident.ts';
/** A piece of text as a person pasted it: `{ text, name? }`. */
export type { Paste } from './model/paste.ts';
/**
 * A cause as `rules/` holds it, `{ id, title, gate, signs, explain, fix, sources, ... }`, and the conditions of its
 * signs, which docs/rule-language.md tells about.
 */
export type {
  Block,
  FixStep,
  Gate,
  Likelihood,
  Operators,
  Rule,
  RuleBook,
  Scalar,
  Sign,
  Strength,
  Test,
  When,
} from './model/rule.ts';
/** The gates, in the order in which the services check them. */
export { GATES } from './model/rule.ts';
/** The description of one secret, `{ id, kind, fields, length, integrity, ... }`: never its value. */
export type { CredentialKind, Json, JsonObject, Secret, SecretField } from './model/secret.ts';
/** How often a kind of value was replaced, and what can be masked beside secrets. */
export type { Count, MaskOptions } from './redact/personal/mask.ts';
/**
 * Takes secrets and personal data out of any text and keeps its form: `redactor` for streams, `redact` for a text.
 * `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const { text, replaced } = redact(`client_secret=${secret}`, { maskIds: true });
 * text; // 'client_secret=secret-1_client-secret_40-characters'
 * replaced; // [{ kind: 'client secret', values: 1, places: 1 }]
 * ```
 */
export { type Redacted, type RedactOptions, type Redactor, redact, redactor } from './redact/redact.ts';
/**
 * Takes the secrets out of pastes, for `diagnoseSealed`. `RedactionError` is thrown where a secret cannot be taken out of
 * a text for certain; nothing of the text is given out then.
 */
export { RedactionError, type Sealed, sealPastes } from './redact/seal.ts';
/**
 * Takes personal data out of a diagnosis, and ids where that is wanted, before it is shown to others.
 * `test/library-example.test.ts` runs this example.
 *
 * ```ts
 * const url = 'https://api.powerbi.com/v1.0/myorg/groups/0c5b1e7d-93f4-4a26-8d10-5e7b2c9a4f38/reports';
 * const [refused] = diagnose([{ text: `GET ${url} -> 403` }], { now: '2026-03-01T12:00:00Z' });
 * const shown = refused && maskDiagnosis(refused, { ids: true });
 * shown?.call; // 'GET https://api.powerbi.com/v1.0/myorg/groups/workspace-1/reports -> 403'
 * ```
 */
export { type Masking, maskDiagnosis } from './report/mask-diagnosis.ts';
