import type { Conclusion, GateState } from '../model/diagnosis.ts';
import type { Gate } from '../model/rule.ts';
import { gatePath, gatesInWords, type ReachedGate } from './gate-path.ts';
import { heading, indent, type Lines, paragraph } from './layout.ts';
import { marksOf, type Painter, type Style } from './style.ts';
import { STATE_WORDS } from './words.ts';
import { padTo, wrap } from './wrap.ts';

const GATE_COLUMN = 16;
const TWO_COLUMNS_FROM = 60;

const paintOf = (state: GateState['state'], { good, bad, warn, dim }: Painter): ((text: string) => string) =>
  ({ passed: good, failed: bad, unknown: warn, 'not-reached': dim })[state];

const plainLine = ({ gate, state, because }: ReachedGate, style: Style): Lines =>
  paragraph(`${gate}: ${STATE_WORDS[state]}. ${because}`, style);

const gateLines = (gate: ReachedGate, style: Style): Lines => {
  const mark = `${marksOf(style)[gate.state]} `;
  const paint = paintOf(gate.state, style.colour);
  if (style.width < TWO_COLUMNS_FROM) {
    const below =
      gate.state !== 'failed' ? [] : wrap(gate.because, style.width, indent(6, style)).map(style.colour.dim);
    return [paint(`  ${mark}${gate.gate}`), ...below];
  }
  const calm = gate.state === 'unknown' ? style.colour.dim : (line: string): string => line;
  const [first = '', ...more] = wrap(gate.because, style.width, ' '.repeat(4 + GATE_COLUMN));
  const head = paint(`  ${mark}${padTo(gate.gate, GATE_COLUMN)}`);
  return [head + calm(first.slice(4 + GATE_COLUMN)), ...more.map(calm)];
};

const notReached = (gates: readonly Gate[], style: Style): Lines => {
  const names = gates.join(', ');
  if (names === '') return [];
  const lead = `  ${marksOf(style)['not-reached']} `;
  return wrap(`not reached: ${names}`, style.width, lead, '    ').map(style.colour.dim);
};

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
  if (style.plain) return [title, ...gatesInWords(gates, conclusion).flatMap((gate) => plainLine(gate, style))];
  const { reached, behind } = gatePath(gates, conclusion);
  return [
    title,
    ...reached.flatMap((gate) => gateLines(gate, style)),
    ...notReached(behind, style),
    legend(gates, style),
  ];
};
