import { describe, expect, it } from 'vitest';
import { listedPermissions } from './listed-permissions.ts';

const listed = (text: string) => listedPermissions(text).map(({ name, type }) => `${name} ${type}`);

describe('the permissions that an app registration lists', () => {
  it.each([
    [
      'API permissions, Power BI Service, Delegated: Workspace.Read.All, Report.Read.All. Status granted',
      ['Workspace.Read.All delegated', 'Report.Read.All delegated'],
    ],
    [
      '- API permissions: Power BI Service > Tenant.Read.All (Application) > admin consent granted (green check)',
      ['Tenant.Read.All application'],
    ],
    [
      'Configured permissions\nPower BI Service (2)\nDataset.Read.All\tDelegated\tView all datasets\tNo\tGranted for Contoso\nTenant.Read.All\tApplication\tView all content in tenant\tYes\tGranted for Contoso',
      ['Dataset.Read.All delegated', 'Tenant.Read.All application'],
    ],
    [
      'API permissions page: Report.Read.All  Delegated  Admin consent required: No   Status: (empty)',
      ['Report.Read.All delegated'],
    ],
    [
      'The app has Dataset.Read.All and Report.ReadWrite.All (delegated), consented.',
      ['Dataset.Read.All delegated', 'Report.ReadWrite.All delegated'],
    ],
    [
      'Delegated permissions: Item.Read.All; application permissions: Tenant.ReadWrite.All',
      ['Item.Read.All delegated', 'Tenant.ReadWrite.All application'],
    ],
  ])('%s', (text, all) => {
    expect(listed(text)).toEqual(all);
  });

  it.each([
    'Required delegated permissions: Dataset.Read.All',
    'API permissions: Microsoft Graph, User.Read.All (Delegated)',
    'The docs list delegated permissions Dataset.Read.All or Dataset.ReadWrite.All',
    'Do I need the delegated permissions Workspace.ReadWrite.All?',
    'The delegated permission Workspace.ReadWrite.All is missing in the API permissions.',
    'The application has API permissions, and the token has Dataset.Read.All.',
    '"scp": "Dataset.Read.All" // delegated',
  ])('none in: %s', (text) => {
    expect(listed(text)).toEqual([]);
  });
});
