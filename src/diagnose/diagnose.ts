import { isFactPath } from '../facts/catalog.ts';
import { type Conflict, runDerivations } from '../facts/derivation.ts';
import { type OpenEvidence, parseAnswer, valueOf } from '../facts/evidence.ts';
import { derivations } from '../knowledge/derive/derivations.ts';
import { rulesFor } from '../match/rule-book.ts';
import type { Answers, Conclusion, Context, Diagnosis } from '../model/diagnosis.ts';
import type { Fact, Notice } from '../model/evidence.ts';
import type { Incident, Reading } from '../model/incident.ts';
import type { Paste } from '../model/paste.ts';
import type { Secret } from '../model/secret.ts';
import { type Observation, observe } from '../read/observe.ts';
import { readPastes, readSealed } from '../read/read.ts';
import type { Sealed } from '../redact/seal.ts';
import { AnswerError } from './answer-error.ts';
import { toFinding } from './find.ts';
import { checklist } from './gates.ts';
import { grouper } from './group.ts';
import { type Judgement, judge } from './judge.ts';
import { nextQuestion } from './question.ts';
import { rank } from './rank.ts';
import { type Alike, type Recording, recordingIn } from './recording.ts';

/** The answer that says "I cannot tell": the fact is not asked again. */
export const CANNOT_TELL = 'cannot-tell';

const conflictNotice = ({ path, kept, dropped }: Conflict): Notice => ({
  code: 'answer-differs',
  text: `${path}: the answer was ${JSON.stringify(dropped)}, but the paste or a live check says ${kept === null ? 'that there is none' : JSON.stringify(kept)}. That counts.`,
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
  const refusal = entra === undefined ? valueOf(evidence, 'token-request.status') : `AADSTS${entra}`;
  const call = [method, target].filter((part) => part !== undefined).join(' ');
  const asked = call === '' && refusal !== undefined ? 'Token request' : call;
  const answer = status ?? refusal;
  return [asked, answer].filter((part) => part !== undefined && part !== '').join(' -> ') || 'A call that was not seen';
};

const diagnoseIncident = (
  { facts: evidence, recognised, messages }: Observation,
  { rules: allRules, now, answers = {}, looked = {} }: Context,
  secrets: readonly Secret[],
  notices: readonly Notice[],
): Diagnosis => {
  const conflicts = [
    ...addAnswers(evidence, looked, 'looked'),
    ...addAnswers(evidence, answers, 'told'),
    ...runDerivations(evidence, derivations, now),
  ];
  const rules = rulesFor(allRules, evidence);
  const judged = judge(rules, evidence);
  const judgements = rank(judged);
  const conclusion = conclude(judgements[0]);
  const asked = new Set(Object.keys(answers));
  const question = nextQuestion({ evidence, judgements: judged, rules, derivations, now, asked });
  return {
    version: 1,
    now,
    call: callInWords(evidence),
    recognised,
    messages,
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

/** A recorded call is judged at the time at which it was made: its token may have expired since. */
const diagnoseCall = ({ call }: Alike, context: Context): Diagnosis | undefined =>
  diagnoseReading(readPastes(call.pastes), { ...context, now: call.at ?? context.now })[0];

const nothingFailed = ({ what, notices }: Recording, context: Context): Diagnosis => {
  const recognised = [{ what, place: { paste: 0, line: 1, what: 'recording' } }];
  return diagnoseIncident({ ...observe(NOTHING, []), recognised }, context, [], notices);
};

/** One diagnosis for each kind of failure in a recording. */
const diagnoseRecording = (recording: Recording, context: Context): readonly Diagnosis[] => {
  const { failures, notices } = recording;
  if (failures.length === 0) return [nothingFailed(recording, context)];
  const groups = grouper();
  for (const failure of failures) {
    const diagnosis = diagnoseCall(failure, context);
    const key = diagnosis && groups.add(diagnosis);
    for (let more = 1; key !== undefined && more < failure.calls; more += 1) groups.again(key);
  }
  return groups
    .groups()
    .map(({ diagnosis, calls }) => ({ ...diagnosis, notices: [...diagnosis.notices, ...notices], calls }));
};

/**
 * Explains why calls fail. Pure and synchronous: it reads no clock and does no I/O, so the same input gives the same
 * bytes. Each failing call found in the pastes gives one diagnosis; where nothing was read, there is one that rests on
 * the answers alone. A HAR or a log in JSON lines gives one for each kind of failure, behind those of other pastes.
 *
 * @throws AnswerError when an answer names an unknown fact or a value that the fact cannot have.
 */
export const diagnose = (pastes: readonly Paste[], context: Context): readonly Diagnosis[] => {
  const recordings = pastes.map(recordingIn);
  const texts = pastes.filter((_, paste) => recordings[paste] === undefined);
  const recorded = recordings.flatMap((recording) => (recording ? diagnoseRecording(recording, context) : []));
  const own = texts.length === 0 && recorded.length > 0 ? [] : diagnoseReading(readPastes(texts), context);
  return [...own, ...recorded];
};

/** The same of pastes that were sealed before: what may be kept of a session that goes on later. */
export const diagnoseSealed = (sealed: Sealed, context: Context): readonly Diagnosis[] =>
  diagnoseReading(readSealed(sealed), context);
