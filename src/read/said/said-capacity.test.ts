import { describe, expect, it } from 'vitest';
import { saidCapacity } from './said-capacity.ts';

const said = (text: string) => saidCapacity(text)['workspace.capacity'];

describe('the capacity under the workspace, in the words of a person', () => {
  it.each([
    ['Workspace in Trial capacity', 'trial'],
    ['The workspace is on a trial capacity and I am its admin.', 'trial'],
    ['A trial capacity is assigned to the workspace, and I am Admin there.', 'trial'],
    ['License mode: Trial', 'trial'],
    ['In the settings of the workspace it says license mode: Fabric capacity.', 'capacity'],
    ['Workspace settings, license mode "Fabric capacity"', 'capacity'],
    ['The licence mode of the workspace is Premium capacity.', 'capacity'],
    ['Our workspace is on an F64 capacity. 403', 'capacity'],
    ['workspace Sales-Dev is assigned to a Fabric capacity', 'capacity'],
    ['Workspace (Premium capacity) gives 403', 'capacity'],
    ['The workspace is on a capacity (F4), capacity is running', 'capacity'],
    ['The report lies in a workspace on an A1 capacity', 'capacity'],
    ['License mode: Premium per user', 'premium-per-user'],
    ['The workspace is a PPU workspace', 'premium-per-user'],
    ['License info: Pro', undefined],
  ])('%s', (text, capacity) => {
    expect(said(text)).toBe(capacity);
  });

  it.each([
    'The workspace is not on a Fabric capacity.',
    'The workspace was on a trial capacity.',
    'The workspace is on a trial capacity that expired last week.',
    'It works in another workspace on F64.',
    'Should the workspace be on a Fabric capacity?',
    'Does it work if the workspace is in a Fabric capacity',
    'I cannot create a workspace on the F64 capacity.',
    'This is only supported in a workspace on Premium capacity.',
    'Make sure that the workspace is on a Fabric capacity.',
    'The report must be in a workspace on a dedicated capacity',
    'Is the workspace on a trial capacity?',
    'Dev: license mode Pro. Prod: license mode Fabric capacity.',
    'The user has a trial license and is in the workspace.',
    'My workspace has a report; the Fabric capacity is paused.',
    'POST /v1/workspaces/{id}/assignToCapacity',
  ])('nothing in: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });

  it('takes a long text in linear time', () => {
    const start = performance.now();
    said('workspace license mode '.repeat(20_000));
    said('workspace a b c on the our my license mode\n'.repeat(5_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
