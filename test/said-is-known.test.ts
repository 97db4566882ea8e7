import { describe, expect, it } from 'vitest';
import { diagnose } from '../src/index.ts';
import { knownRows } from '../src/report/known.ts';

const rowsOf = (text: string) => diagnose([{ text }], { now: '2026-03-01T12:00:00Z' }).flatMap(knownRows);

describe('what nothing explains yet', () => {
  it('shows the person what was understood of the words around it', () => {
    const rows = rowsOf(
      'The call gives 403.\nThe service principal is member of the workspace. It is not in the security group.',
    );
    expect(rows).toEqual([
      { label: 'HTTP status', text: '403' },
      { label: 'Caller', text: 'the app' },
      { label: 'Role, as said', text: 'member' },
      { label: 'Set up, as said', text: 'workspace role' },
      { label: 'Missing, as said', text: 'security group' },
    ]);
  });
});
