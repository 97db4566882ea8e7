import { describe, expect, it } from 'vitest';
import { fabEmpty, fabWorks } from './fab-listing.ts';

describe('what the command line of Fabric lists', () => {
  it('shows the workspaces', () => {
    expect(fabWorks('$ fab ls\ndev.Workspace\ntest.Workspace\n$ fab mkdir f.Workspace\n')).toEqual(['list-workspaces']);
    expect(fabWorks('fab:/$ ls\nFinance Reports.Workspace\nfab:/$ cd x.Workspace\n')).toEqual(['list-workspaces']);
  });

  it('shows the items of the one workspace', () => {
    const text = '$ fab ls prod.Workspace\nIngest.DataPipeline\nRaw.Lakehouse\n';
    expect(fabWorks(text)).toEqual(['reads']);
    expect(fabWorks(`${text}$ fab ls other.Workspace\nx ls: [Unauthorized] no\n`)).toEqual([]);
  });

  it.each([
    '$ fab ls\nx ls: [Unauthorized] Access is unauthorized\n',
    '$ fab ls\n$ fab mkdir dev.Workspace\n',
    '$ ls\ndev.Workspace\n',
    'fab ls lists dev.Workspace for me',
  ])('shows nothing in %s', (text) => {
    expect(fabWorks(text)).toEqual([]);
  });

  it('is empty where other listings print something', () => {
    expect(fabEmpty('fab ls .connections\n\nfab ls prod.Workspace\nRaw.Lakehouse\n')).toEqual(['connections']);
    expect(fabEmpty('$ fab ls .gateways\n$ fab ls\nprod.Workspace\n')).toEqual(['gateways']);
    expect(fabEmpty('$ fab ls .gateways\n$ fab ls .connections\n')).toEqual([]);
    expect(fabEmpty('$ fab ls .gateways\nmain.Gateway\n$ fab ls\nprod.Workspace\n')).toEqual([]);
    expect(fabEmpty('$ fab ls .gateways\nx ls: [Unauthorized]\n$ fab ls\nprod.Workspace\n')).toEqual([]);
  });
});
