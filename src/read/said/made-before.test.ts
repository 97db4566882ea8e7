import { describe, expect, it } from 'vitest';
import { madeBefore } from './made-before.ts';

describe('madeBefore', () => {
  it.each([
    ['app', 'azuread_service_principal.ci: Creation complete after 2s\nError: AADSTS700016: Application was not found'],
    [
      'app',
      "+ vault read azure/creds/reader\n+ az login\nApplication with identifier 'x' was not found in the directory",
    ],
    ['app', 'SP=$(az ad sp create-for-rbac -n ci)\naz login --service-principal\nAADSTS700016: not found'],
    [
      'app',
      'Creating service principal for the cluster\nPrincipalNotFound: Principal x does not exist in the directory',
    ],
    ['role', 'azurerm_role_assignment.blob: Creation complete after 24s\nError: 403 AuthorizationPermissionMismatch'],
    [
      'role',
      'POST https://api.fabric.microsoft.com/v1/workspaces/1/roleAssignments\n201 Created\nGET /v1/workspaces/1/items 403 Forbidden',
    ],
    ['role', '+ az role assignment create --role Reader\n+ az storage blob list\nAuthorizationPermissionMismatch'],
  ])('%s: %s', (made, text) => {
    expect(madeBefore(text)).toEqual({ 'observed.made-before': made });
  });

  it.each([
    ['a command among the steps', 'az role assignment create --role Reader\n\nThen: AuthorizationPermissionMismatch'],
    ['a registration alone', '$a = New-AzureADApplication -DisplayName x\nAADSTS700016: Application was not found'],
    ['a refusal that came first', 'AADSTS700016\nazuread_service_principal.ci: Creation complete after 2s'],
    ['another refusal', 'azuread_service_principal.ci: Creation complete after 2s\nAADSTS50076: multi-factor'],
    ['nothing made', 'AADSTS700016: Application was not found in the directory'],
  ])('nothing by %s', (_, text) => {
    expect(madeBefore(text)).toEqual({});
  });
});
