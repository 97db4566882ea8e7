import type { Conclusion, GateState } from '../model/diagnosis.ts';
import { heading, indent, type Lines, paragraph } from './layout.ts';
import { marksOf, type Painter, type Style } from './style.ts';
import { STATE_WORDS } from './words.ts';
import { padTo, wrap } from './wrap.ts';

const GATE_COLUMN = 16;
const TWO_COLUMNS_FROM = 60;

const paintOf = (state: GateState['state'], { good, bad, warn, dim }: Painter): ((text: string) => string) =>
  ({ passed: good, failed: bad, unknown: warn, 'not-reached': dim })[state];

const STOP_WORDS = { confirmed: 'The call stops here.', likely: 'The call probably stops here.' } as const;

const reason = ({ gate, state, because }: GateState, conclusion: Conclusion): string =>
  state === 'failed' && conclusion.is === 'stops-at' && conclusion.gate === gate
    ? STOP_WORDS[conclusion.verdict]
    : because;

const plainLine = (gate: GateState, conclusion: Conclusion, style: Style): Lines =>
  paragraph(`${gate.gate}: ${STATE_WORDS[gate.state]}. ${reason(gate, conclusion)}`, style);

const gateLines = (gate: GateState, conclusion: Conclusion, style: Style): Lines => {
  const mark = `${marksOf(style)[gate.state]} `;
  const paint = paintOf(gate.state, style.colour);
  const text = reason(gate, conclusion);
  if (style.width < TWO_COLUMNS_FROM) {
    const below = gate.state !== 'failed' ? [] : wrap(text, style.width, indent(6, style)).map(style.colour.dim);
    return [paint(`  ${mark}${gate.gate}`), ...below];
  }
  const calm = gate.state === 'unknown' ? style.colour.dim : (line: string): string => line;
  const [first = '', ...more] = wrap(text, style.width, ' '.repeat(4 + GATE_COLUMN));
  if (first === '') return [paint(`  ${mark}${gate.gate}`)];
  const head = paint(`  ${mark}${padTo(gate.gate, GATE_COLUMN)}`);
  return [head + calm(first.slice(4 + GATE_COLUMN)), ...more.map(calm)];
};

const notReached = (gates: readonly GateState[], style: Style): Lines => {
  const names = gates.map(({ gate }) => gate).join(', ');
  if (names === '') return [];
  const lead = `  ${marksOf(style)['not-reached']} `;
  return wrap(`not reached: ${names}`, style.width, lead, '    ').map(style.colour.dim);
};

/** Gates that wait for the same answer say so once: a wall of one sentence hides the others. */
const withoutRepeats = (gates: readonly GateState[]): readonly GateState[] =>
  gates.map((gate, i) => {
    const first = gates.findIndex(({ state, because }) => state === gate.state && because === gate.because);
    return first === i || gate.state !== 'unknown' ? gate : { ...gate, because: '' };
  });

const legend = (gates: readonly GateState[], style: Style): string => {
  const marks = marksOf(style);
  const states = (['passed', 'failed', 'unknown'] as const).filter((each) => gates.some(({ state }) => state === each));
  return style.colour.dim(`  ${states.map((state) => `${marks[state]} ${STATE_WORDS[state]}`).join('   ')}`);
};

/**
 * The way of the call, gate by gate. The gates that it never reached share a line: there is nothing to say of each,
 * and the eye should stop where the call does.
 */
export const checklistSection = (gates: readonly GateState[], conclusion: Conclusion, style: Style): Lines => {
  if (gates.length === 0) return [];
  const title = heading('The way of the call', style);
  if (style.plain) return [title, ...gates.flatMap((gate) => plainLine(gate, conclusion, style))];
  const reached = gates.filter(({ state }) => state !== 'not-reached');
  const behind = gates.filter(({ state }) => state === 'not-reached');
  return [
    title,
    ...withoutRepeats(reached).flatMap((gate) => gateLines(gate, conclusion, style)),
    ...notReached(behind, style),
    legend(gates, style),
  ];
};
