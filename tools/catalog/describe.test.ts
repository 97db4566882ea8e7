import { expect, describe as group, it } from 'vitest';
import { describe } from './describe.ts';
import { scopesIn } from './scopes.ts';
import { sectionsOf } from './sections.ts';

const row = (description: string, path = '/v1/workspaces/{workspaceId}/things', query = '') =>
  describe({
    workload: 'w',
    operationId: 'Items_Do',
    method: 'GET',
    host: 'h',
    path,
    query,
    sections: sectionsOf(description),
  });

group('the scopes of a description', () => {
  it.each<[string, readonly (readonly string[])[] | null]>([
    ['A.Read.All or A.ReadWrite.All', [['A.Read.All'], ['A.ReadWrite.All']]],
    ['A.ReadWrite.All and B.ReadWrite.All', [['A.ReadWrite.All', 'B.ReadWrite.All']]],
    ['A.All or both B.All and C.All', [['A.All'], ['B.All', 'C.All']]],
    [
      '(A.All or B.All) and (C.All or D.All)',
      [
        ['A.All', 'C.All'],
        ['A.All', 'D.All'],
        ['B.All', 'C.All'],
        ['B.All', 'D.All'],
      ],
    ],
    [
      'All of the following:\n\n- A.All or B.All\n- C.All',
      [
        ['A.All', 'C.All'],
        ['B.All', 'C.All'],
      ],
    ],
    ['All of the following:\n- A.All\n- B.All, required if a flag is set', [['A.All']]],
    [
      'Use these types:\n- Generic scope: Item.Read.All\n- Specific scope: *itemType*.Read.All (for example: Notebook.Read.All)\nfor more information see X.Y.All',
      [['Item.Read.All'], ['{itemType}.Read.All']],
    ],
    [
      'Accept.All and for the item, one of:\n- Generic scope: Item.All\n- Specific scope: *itemType*.All',
      [
        ['Accept.All', 'Item.All'],
        ['Accept.All', '{itemType}.All'],
      ],
    ],
    ['A.All\nSet the `beta` query parameter to `true`, see B.All', [['A.All']]],
    ['<br><br>', null],
  ])('%j', (text, scopes) => {
    expect(scopesIn(text)).toEqual(scopes);
  });
});

group('the row of a description', () => {
  it.each<[string, string | null, unknown]>([
    ['The caller must have a *contributor* workspace role.', 'contributor', null],
    [
      'The caller must have *viewer* or higher workspace role. The caller must have *write* permissions for the thing.',
      'viewer',
      [['write']],
    ],
    ['The caller must have *read and write* permissions for the thing.', null, [['read', 'write']]],
    ['The caller must have *read* or *write* warehouse permission.', null, [['read'], ['write']]],
    ['The caller must be a Fabric administrator.', null, null],
  ])('permissions: %s', (text, role, itemPermission) => {
    expect(row(`## Permissions\n\n${text}\n`)).toMatchObject({ role, itemPermission });
  });

  it('reads the table of identities', () => {
    const table = (cell: string) =>
      `## Microsoft Entra supported identities\n\n| Identity | Support |\n|-|-|\n| User | Yes |\n| [Service principal](/x) and [Managed identities](/y) | ${cell} |\n`;
    expect(row(table('Yes'))).toMatchObject({ user: 'yes', servicePrincipal: 'yes' });
    expect(row(table('No'))).toMatchObject({ user: 'yes', servicePrincipal: 'no' });
    expect(row(table('Supported only when source is ConfiguredConnection or None'))).toMatchObject({
      servicePrincipal: 'conditional',
      condition: 'source = ConfiguredConnection or None',
    });
  });

  it('takes the silence of Power BI on apps for silence', () => {
    const scope = '## Required Scope\n\nReport.Read.All\n';
    expect(row(scope)).toMatchObject({ user: 'yes', servicePrincipal: 'unstated' });
    expect(row(`${scope}## Limitations\n\nService principal authentication isn't supported.\n`)).toMatchObject({
      servicePrincipal: 'no',
    });
  });

  it('knows admin operations, limits and previews', () => {
    const text =
      'This API is part of a Preview release.\n## Permissions\nThe caller must be a Fabric administrator.\n## Limitations\nMaximum 25 requests per one minute per principal.\n';
    expect(row(text)).toMatchObject({
      admin: true,
      preview: true,
      limits: { requestsPerMinute: 25, scope: 'principal' },
    });
    expect(row(text, '/v1/x', 'preview=false')).toMatchObject({ preview: false });
  });
});
