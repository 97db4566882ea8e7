import { describe, expect, it } from 'vitest';
import { style } from '../../test/support/report-style.ts';
import { builtInRules } from '../index.ts';
import { lookUp } from '../knowledge/explain.ts';
import { FLOWS } from '../recipe/model.ts';
import { causesReport } from './causes.ts';
import { explainReport } from './explain.ts';
import { recipesReport } from './recipes.ts';
import { streamedEnd } from './streamed.ts';

const plain = style({ plain: true, unicode: false });
const GRANTS = [{ id: 'workspace', title: 'A role in a workspace' }];

describe('lists for a screen reader say in words what others see by place', () => {
  it('of recipes', () => {
    const spoken = recipesReport(plain, GRANTS);
    for (const flow of FLOWS) expect(spoken).toContain(`${flow}: `);
    expect(spoken).toContain('workspace: A role in a workspace');
    expect(recipesReport(style(), GRANTS)).toMatch(/^ {2}workspace {3,}A role in a workspace$/m);
  });

  it('of causes, by gate', () => {
    expect(causesReport(builtInRules, plain)).toMatch(/^Gate /m);
    expect(causesReport(builtInRules, style())).not.toMatch(/^Gate /m);
  });

  it('of what is known of a thing', () => {
    const words = (thing: string, wanted = plain) => explainReport(thing, lookUp(thing, builtInRules), wanted);
    expect(words('AADSTS7000215')).toMatch(/^error of Entra ID: AADSTS7000215/);
    expect(words('AADSTS7000215', style())).toMatch(/^AADSTS7000215 \(error of Entra ID\)/);
  });

  it('of a log in which nothing fails', () => {
    const read = { entries: 3, failures: 0, left: 0, isWhole: true };
    expect(streamedEnd(read, 0, plain)).toMatch(/^Verdict: Nothing wrong found\.\n/);
    expect(streamedEnd({ ...read, isWhole: false }, 0, style())).toMatch(/^\S No failing call in what was read\n/);
  });
});

it('the end of a log counts its failing calls, their kinds and those that are in no report', () => {
  const read = { entries: 1200, failures: 1, left: 0, isWhole: true };
  expect(streamedEnd(read, 1, style())).toContain('1 of 1,200 entries is a failing call.');
  expect(streamedEnd({ ...read, failures: 90, left: 7 }, 40, style()).replace(/\s+/g, ' ')).toContain(
    '90 of 1,200 entries are failing calls, of 40 kinds. 7 more calls of further kinds are not in this report.',
  );
});
