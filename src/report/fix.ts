import type { Step } from '../model/diagnosis.ts';
import { command, indent, type Lines, labelled, paragraph, section } from './layout.ts';
import { ownCommands } from './own-commands.ts';
import type { Style } from './style.ts';
import { commandWords, WHO_WORDS } from './words.ts';
import { columns, padTo } from './wrap.ts';

const STEP = 2;
const DETAIL = 5;

const commandLines = (commands: Readonly<Record<string, string>>, tools: readonly string[], style: Style): Lines => {
  const { shown, left } = ownCommands(commands, tools);
  const rest =
    left.length === 0
      ? []
      : paragraph(`(--format json has it for ${left.map(commandWords).join(' and ')})`, style, DETAIL);
  return [
    ...shown.flatMap(([tool, text]) => [
      ...paragraph(`Run (${commandWords(tool)}):`, style, DETAIL),
      ...command(text, style, DETAIL + 2),
    ]),
    ...rest.map(style.colour.dim),
  ];
};

/** An address and nothing else; what is left to fill in may have blanks. */
const ADDRESS = /^https?:\/\/(?:[^\s<>]|<[^<>]{1,60}>)+$/;

/** Where to do it. An address to open stands whole in a line of its own: one that is broken cannot be copied. */
const whereLines = (where: string, style: Style): Lines => {
  const isLong = columns(where) + DETAIL + 'Where: '.length > style.width;
  return isLong && ADDRESS.test(where)
    ? [...paragraph('Where:', style, DETAIL), ...command(where, style, DETAIL + 2)]
    : labelled('Where', where, style, DETAIL);
};

const stepLines = (step: Step, number: number, tools: readonly string[], style: Style): Lines => {
  const lead = style.plain ? `Step ${number}: ` : padTo(`${number}.`, DETAIL - STEP);
  return [
    ...paragraph(step.do, style, STEP, lead),
    ...(step.where === undefined ? [] : whereLines(step.where, style)),
    ...commandLines(step.command ?? {}, tools, style),
    ...(step.confirm === undefined ? [] : labelled('Done when', step.confirm, style, DETAIL)),
  ];
};

/** The steps in their order, with commands for the tools that the person uses; a line names who acts wherever that changes. */
export const fixSection = (steps: readonly Step[], tools: readonly string[], style: Style): Lines => {
  const lines = steps.flatMap((step, i) => {
    const changes = steps[i - 1]?.who !== step.who;
    const who = style.plain ? `Who acts: ${WHO_WORDS[step.who]}` : indent(STEP, style) + WHO_WORDS[step.who];
    const gap = i > 0 && (changes || steps[i - 1]?.command !== undefined) ? [''] : [];
    return [...gap, ...(changes ? [style.colour.warn(who)] : []), ...stepLines(step, i + 1, tools, style)];
  });
  return section('How to fix it', lines, style);
};
