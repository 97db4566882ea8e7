import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import { type Standing, standing } from './standing.ts';
import { VERDICT_WORDS, WHO_WORDS } from './words.ts';

/** The cause that the conclusion names. */
export const mainFinding = ({ conclusion, findings }: Diagnosis): Finding | undefined =>
  conclusion.is === 'stops-at' ? findings.find(({ cause }) => cause === conclusion.cause) : undefined;

/** The answer in a few words, before any format gives it its look. */
export interface Verdict {
  readonly stand: Standing;
  /** The cause, or what to say where there is none. */
  readonly title: string;
  /** Where the call stops and how sure that is; undefined where no cause stands. */
  readonly stop: { readonly gate: string; readonly sure: string; readonly isCertain: boolean } | undefined;
  /** What a person should know of the verdict; empty where it speaks for itself. */
  readonly note: string;
  readonly whoActs: string;
  readonly call: string;
  /** How many calls failed alike. */
  readonly calls: number;
}

const UNEXPLAINED: Readonly<Record<Exclude<Standing, 'stops'>, readonly [title: string, note: string]>> = {
  unexplained: ['Not explained yet', 'What was pasted does not point to one cause. No guess is made.'],
  'nothing-wrong': ['Nothing wrong found', 'No failing answer was pasted. If a call fails, paste its answer as well.'],
};

const NOTHING_READ =
  'No request, answer, token or error was recognised. Paste the request, with its headers, and the whole answer. If you have neither, ask whoever runs the program for three things: the lines of its log around the error, the address that it calls, and how it gets its token. Secrets in them are masked here.';

const howSure = (isCertain: boolean, { question }: Diagnosis): string => {
  if (isCertain) return '';
  return question ? 'Not certain yet: one question would settle most.' : 'Not certain.';
};

/** The verdict of a diagnosis; `calls` failed alike. */
export const verdictOf = (diagnosis: Diagnosis, calls = 1): Verdict => {
  const { conclusion, call, recognised } = diagnosis;
  const stand = standing(diagnosis);
  if (conclusion.is === 'stops-at') {
    const main = mainFinding(diagnosis);
    const isCertain = conclusion.verdict === 'confirmed';
    return {
      stand,
      title: main?.title ?? conclusion.cause,
      stop: { gate: conclusion.gate, sure: VERDICT_WORDS[conclusion.verdict], isCertain },
      note: howSure(isCertain, diagnosis),
      whoActs: [...new Set(main?.fix.map(({ who }) => WHO_WORDS[who]) ?? [])].join(', then '),
      call,
      calls,
    };
  }
  const [title, note] = UNEXPLAINED[stand === 'nothing-wrong' ? stand : 'unexplained'];
  return {
    stand,
    title,
    stop: undefined,
    note: recognised.length === 0 ? NOTHING_READ : note,
    whoActs: '',
    call,
    calls,
  };
};

/** How many calls failed alike, in words. */
export const callsWords = (calls: number): string => `${calls.toLocaleString('en')} calls, same cause`;
