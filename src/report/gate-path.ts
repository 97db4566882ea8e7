import type { Conclusion, GateState } from '../model/diagnosis.ts';
import type { Gate } from '../model/rule.ts';

/** A gate that the call came to, in words. */
export interface ReachedGate {
  readonly gate: Gate;
  readonly asks: string;
  readonly state: GateState['state'];
  readonly because: string;
  readonly isStop: boolean;
}

/** The way of a call: the gates it came to, and those that it never reached. */
export interface GatePath {
  readonly reached: readonly ReachedGate[];
  readonly behind: readonly Gate[];
}

const STOP_WORDS = { confirmed: 'The call stops here.', likely: 'The call probably stops here.' } as const;

/** Each gate with what is said of it: the one at which the call stops says that. */
export const gatesInWords = (gates: readonly GateState[], conclusion: Conclusion): readonly ReachedGate[] =>
  gates.map((gate) => {
    const isStop = gate.state === 'failed' && conclusion.is === 'stops-at' && conclusion.gate === gate.gate;
    return { ...gate, isStop, ...(isStop && { because: STOP_WORDS[conclusion.verdict] }) };
  });

/** Gates that wait for the same answer name the first of them: a wall of one sentence hides the others. */
const withoutRepeats = (gates: readonly ReachedGate[]): readonly ReachedGate[] =>
  gates.map((gate, i) => {
    const first = gates.findIndex(({ state, because }) => state === gate.state && because === gate.because);
    return first === i || gate.state !== 'unknown' ? gate : { ...gate, because: `As for ${gates[first]?.gate}.` };
  });

/** The way of a call, with nothing said twice. */
export const gatePath = (gates: readonly GateState[], conclusion: Conclusion): GatePath => {
  const all = gatesInWords(gates, conclusion);
  return {
    reached: withoutRepeats(all.filter(({ state }) => state !== 'not-reached')),
    behind: all.filter(({ state }) => state === 'not-reached').map(({ gate }) => gate),
  };
};

/** Whether there is a way to show: of a text in which nothing was recognised, twelve unknown gates tell nothing. */
export const knowsOfWay = (recognised: readonly unknown[], gates: readonly GateState[]): boolean =>
  recognised.length > 0 || gates.some(({ state }) => state !== 'unknown');
