import { CANNOT_TELL, diagnose } from '../../src/diagnose/diagnose.ts';
import { interview } from '../../src/diagnose/interview.ts';
import { factSpec, isFactPath } from '../../src/facts/catalog.ts';
import type { Answers, Diagnosis } from '../../src/model/diagnosis.ts';
import type { Paste } from '../../src/model/paste.ts';
import { GATES, type Rule } from '../../src/model/rule.ts';
import type { Case } from '../cases/read-case.ts';
import { named } from '../cases/run-case.ts';
import { type Person, truthfulPerson } from './person.ts';

/** Somebody with a failing call, who knows the truth of it. */
export interface Patient {
  readonly id: string;
  readonly pastes: readonly Paste[];
  readonly now: string;
  readonly cause: string;
  readonly person: Person;
}

/** Whether the diagnosis has found the cause: confirmed, or likely and first. */
const hasFound = (diagnosis: Diagnosis, cause: string): boolean => {
  const findings = named(diagnosis);
  const verdict = findings.find((finding) => finding.cause === cause)?.verdict;
  return verdict === 'confirmed' || (verdict === 'likely' && findings[0]?.cause === cause);
};

/** The facts asked for until the cause was found, and whether it was. */
export interface Course {
  readonly found: boolean;
  readonly asked: readonly string[];
}

/** An interview as the tool leads it, of at most so many questions. */
export const ask = (patient: Patient, rules: readonly Rule[], most = Number.POSITIVE_INFINITY): Course => {
  const { pastes, now, cause, person } = patient;
  const steps = interview(pastes, { rules, now });
  const asked: string[] = [];
  let step = steps.next();
  while (!step.done && asked.length < most && !hasFound(step.value.diagnosis, cause)) {
    const { question, diagnosis } = step.value;
    asked.push(question.fact);
    step = steps.next(person(question.fact, diagnosis));
  }
  return { found: hasFound(step.value.diagnosis, cause), asked };
};

/** The next fact of a list worked off from the first gate to the last: what the causes that are still open look at. */
const nextInOrder = (diagnosis: Diagnosis, rules: readonly Rule[], answers: Answers): string | undefined => {
  const out = new Set(diagnosis.findings.filter(({ verdict }) => verdict === 'ruled-out').map(({ cause }) => cause));
  const conditions = GATES.flatMap((gate) => rules.filter((rule) => rule.gate === gate && !out.has(rule.id))).flatMap(
    (rule) => [
      rule['possible-when'] ?? {},
      ...[...rule.signs, ...(rule['counter-signs'] ?? [])].map(({ when }) => when),
    ],
  );
  return conditions
    .flatMap((when) => [when].flat().flatMap((block) => Object.keys(block)))
    .find(
      (path) =>
        isFactPath(path) &&
        factSpec(path).ask !== undefined &&
        answers[path] === undefined &&
        diagnosis.facts[path] === undefined,
    );
};

/** The same interview in fixed gate order. */
const askInOrder = ({ pastes, now, cause, person }: Patient, rules: readonly Rule[]): Course => {
  let answers: Answers = {};
  for (;;) {
    const [diagnosis] = diagnose(pastes, { rules, now, answers });
    const asked = Object.keys(answers);
    if (diagnosis === undefined) return { found: false, asked };
    const fact = hasFound(diagnosis, cause) ? undefined : nextInOrder(diagnosis, rules, answers);
    if (fact === undefined) return { found: hasFound(diagnosis, cause), asked };
    answers = { ...answers, [fact]: person(fact, diagnosis) ?? CANNOT_TELL };
  }
};

/** The people of cases whose paste does not show the cause already. */
export const patientsOf = (cases: readonly Case[], rules: readonly Rule[]): readonly Patient[] =>
  cases.flatMap(({ id, pastes, now, expect: { cause }, identity, answers }) => {
    const rule = rules.find((each) => each.id === cause);
    if (rule === undefined || cause === undefined) return [];
    const [diagnosis] = diagnose(pastes, { rules, now });
    if (diagnosis === undefined || hasFound(diagnosis, cause)) return [];
    return [{ id, pastes, now, cause, person: truthfulPerson(rule, rules, { ...identity, ...answers }) }];
  });

/** One patient, asked in both ways. */
export interface Measured {
  readonly id: string;
  readonly cause: string;
  readonly course: Course;
  readonly inOrder: Course;
}

/** How many questions it takes; counts are those of the people whose cause was found. */
export interface Measure {
  readonly cases: number;
  readonly mean: number;
  readonly max: number;
  readonly fixedOrderMean: number;
  readonly unresolved: readonly string[];
  /** People who were asked more than in fixed gate order, where that finds the cause too. */
  readonly worseThanFixed: readonly string[];
}

export const measurePatients = (patients: readonly Patient[], rules: readonly Rule[]): readonly Measured[] =>
  patients.map((patient) => ({
    id: patient.id,
    cause: patient.cause,
    course: ask(patient, rules),
    inOrder: askInOrder(patient, rules),
  }));

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.round((100 * numbers.reduce((a, b) => a + b, 0)) / numbers.length) / 100;

export const summary = (all: readonly Measured[]): Measure => {
  const found = all.filter(({ course }) => course.found);
  return {
    cases: all.length,
    mean: mean(found.map(({ course }) => course.asked.length)),
    max: Math.max(0, ...found.map(({ course }) => course.asked.length)),
    fixedOrderMean: mean(found.map(({ inOrder }) => inOrder.asked.length)),
    unresolved: all.filter(({ course }) => !course.found).map(({ id }) => id),
    worseThanFixed: found
      .filter(({ course, inOrder }) => inOrder.found && course.asked.length > inOrder.asked.length)
      .map(({ id }) => id),
  };
};
