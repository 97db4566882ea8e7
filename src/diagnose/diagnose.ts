import { isFactPath } from '../facts/catalog.ts';
import { type Conflict, runDerivations } from '../facts/derivation.ts';
import { type OpenEvidence, parseAnswer, valueOf } from '../facts/evidence.ts';
import { derivations } from '../knowledge/derivations.ts';
import type { Answers, Conclusion, Context, Diagnosis, Recognised } from '../model/diagnosis.ts';
import type { Fact, Notice } from '../model/evidence.ts';
import type { Incident, Reading } from '../model/incident.ts';
import type { Paste } from '../model/paste.ts';
import type { Secret } from '../model/secret.ts';
import { observe } from '../read/observe.ts';
import { readPastes, readSealed } from '../read/read.ts';
import type { Sealed } from '../redact/seal.ts';
import { AnswerError } from './answer-error.ts';
import { toFinding } from './find.ts';
import { checklist } from './gates.ts';
import { type Judgement, judge } from './judge.ts';
import { nextQuestion } from './question.ts';
import { rank } from './rank.ts';

/** The answer that says "I cannot tell": the fact is not asked again. */
export const CANNOT_TELL = 'cannot-tell';

const conflictNotice = ({ path, kept, dropped }: Conflict): Notice => ({
  code: 'answer-differs',
  text: `${path}: the answer was ${JSON.stringify(dropped)}, but the paste or a live check says ${JSON.stringify(kept)}. That counts.`,
});

/** Adds the answers to what was read. What was read stands; a difference is a conflict. */
const addAnswers = (evidence: OpenEvidence, answers: Answers, by: 'told' | 'looked'): readonly Conflict[] =>
  Object.entries(answers).flatMap(([path, text]): readonly Conflict[] => {
    if (!isFactPath(path)) throw new AnswerError('ANSWER_UNKNOWN_FACT', path, text);
    if (text === CANNOT_TELL) return [];
    const value = parseAnswer(path, text);
    if (value === undefined) throw new AnswerError('ANSWER_BAD_VALUE', path, text);
    const read = evidence.get(path);
    if (read === undefined) evidence.set(path, { state: 'known', value, origin: { by } });
    const kept = read?.state === 'known' ? read.value : null;
    return read === undefined || JSON.stringify(kept) === JSON.stringify(value) ? [] : [{ path, kept, dropped: value }];
  });

const conclude = (first: Judgement | undefined): Conclusion =>
  first && (first.verdict === 'confirmed' || first.verdict === 'likely')
    ? { is: 'stops-at', gate: first.rule.gate, cause: first.rule.id, verdict: first.verdict }
    : { is: 'unexplained' };

const callInWords = (evidence: OpenEvidence): string => {
  const method = valueOf(evidence, 'request.method');
  const target = valueOf(evidence, 'request.url') ?? valueOf(evidence, 'call.api-name');
  const status = valueOf(evidence, 'response.status') ?? valueOf(evidence, 'response.code');
  const entra = valueOf(evidence, 'entra.code');
  const answer = status ?? (entra === undefined ? undefined : `AADSTS${entra}`);
  const call = [method, target].filter((part) => part !== undefined).join(' ');
  const asked = call === '' && entra !== undefined ? 'Token request' : call;
  return [asked, answer].filter((part) => part !== undefined && part !== '').join(' -> ') || 'A call that was not seen';
};

const diagnoseIncident = (
  { facts: evidence, recognised }: { facts: OpenEvidence; recognised: readonly Recognised[] },
  { rules, now, answers = {}, looked = {} }: Context,
  secrets: readonly Secret[],
  notices: readonly Notice[],
): Diagnosis => {
  const conflicts = [
    ...addAnswers(evidence, looked, 'looked'),
    ...addAnswers(evidence, answers, 'told'),
    ...runDerivations(evidence, derivations, now),
  ];
  const judgements = rank(rules.map((rule) => judge(rule, evidence)));
  const conclusion = conclude(judgements[0]);
  const asked = new Set(Object.keys(answers));
  const question = nextQuestion({ evidence, judgements, rules, derivations, now, asked });
  return {
    version: 1,
    now,
    call: callInWords(evidence),
    recognised,
    conclusion,
    findings: judgements
      .filter(({ verdict }) => verdict !== 'silent')
      .map((judgement) => toFinding(judgement, evidence)),
    gates: checklist(evidence, judgements, conclusion),
    ...(question && { question }),
    facts: Object.fromEntries<Fact>([...evidence].sort(([a], [b]) => (a < b ? -1 : 1))),
    secrets,
    notices: [...notices, ...conflicts.map(conflictNotice)],
  };
};

const NOTHING: Incident = { pieces: [], text: '' };

const diagnoseReading = ({ incidents, secrets, notices }: Reading, context: Context): readonly Diagnosis[] => {
  const all = incidents.length > 0 ? incidents : [NOTHING];
  return all.map((incident) => diagnoseIncident(observe(incident, secrets), context, secrets, notices));
};

/**
 * Explains why calls fail. Pure and synchronous: it reads no clock and does no I/O, so the same input gives the same
 * bytes. Each failing call found in the pastes gives one diagnosis, the failing ones first; without any, one that rests
 * on the answers alone.
 *
 * @throws AnswerError when an answer names an unknown fact or a value that the fact cannot have.
 */
export const diagnose = (pastes: readonly Paste[], context: Context): readonly Diagnosis[] =>
  diagnoseReading(readPastes(pastes), context);

/** The same of pastes that were sealed before: what may be kept of a session that goes on later. */
export const diagnoseSealed = (sealed: Sealed, context: Context): readonly Diagnosis[] =>
  diagnoseReading(readSealed(sealed), context);
