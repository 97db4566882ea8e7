import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const BASE = 'https://api.powerbi.com/v1.0/myorg/';
const call = (text: string) => {
  const value = factsOf(text);
  return [value('request.method'), value('request.url')];
};

describe('the call behind a Power BI cmdlet', () => {
  it.each([
    ['Get-PowerBIWorkspace', 'GET', 'groups'],
    ['Get-PowerBIWorkspace -Scope Organization -All', 'GET', 'admin/groups'],
    ['$d = Get-PowerBIDataset -WorkspaceId $id', 'GET', 'groups/{workspaceId}/datasets'],
    ['Get-PowerBIDataset -Scope Organization', 'GET', 'admin/datasets'],
    ['Get-PowerBIReport', 'GET', 'reports'],
    ['Get-PowerBIActivityEvent -StartDateTime $s -EndDateTime $e', 'GET', 'admin/activityevents'],
    [
      'Add-PowerBIWorkspaceUser -Scope Organization -Id $w -AccessRight Admin',
      'POST',
      'admin/groups/{workspaceId}/users',
    ],
    ['Add-PowerBIWorkspaceUser `\n -Id $w -AccessRight Admin', 'POST', 'groups/{workspaceId}/users'],
    ['(Get-PowerBIDatasource -DatasetId $d -Scope Individual)', 'GET', 'datasets/{datasetId}/datasources'],
    ['Get-PowerBIDatasource -DatasetId $d -Scope Organization', 'GET', 'admin/datasets/{datasetId}/datasources'],
    ['Get-PowerBITile -DashboardId $d -WorkspaceId $w', 'GET', 'groups/{workspaceId}/dashboards/{dashboardId}/tiles'],
    ['Get-PowerBICapacity', 'GET', 'capacities'],
    ['New-PowerBIWorkspace -Name "Sales"', 'POST', 'groups'],
    ['Export-PowerBIReport -Id $r -WorkspaceId $w', 'GET', 'groups/{workspaceId}/reports/{reportId}/Export'],
    ['Get-PowerBIDataset -Id $d', 'GET', 'datasets/{datasetId}'],
    ['Get-PowerBIDataset -Id $d -Scope Organization', 'GET', 'admin/datasets'],
    ['Get-PowerBIReport -WorkspaceId $w -ReportId $r', 'GET', 'groups/{workspaceId}/reports/{reportId}'],
    ['Set-PowerBIWorkspace -Scope Organization -Id $w -Name "x"', 'PATCH', 'admin/groups/{workspaceId}'],
    ['Set-PowerBIWorkspace -Scope Organization -Id $w -CapacityId $c', 'POST', 'admin/capacities/AssignWorkspaces'],
    ['Remove-PowerBIReport -Id $r', 'DELETE', 'reports/{reportId}'],
    ['Get-PowerBIDataflow -WorkspaceId $w', 'GET', 'groups/{workspaceId}/dataflows'],
    ['Get-PowerBIDataflow -Scope Organization', 'GET', 'admin/dataflows'],
    ['Get-PowerBIWorkspace -Scope Organization\nInvocationInfo : {Get-PowerBIWorkspace}', 'GET', 'admin/groups'],
  ])('%s', (text, method, path) => {
    expect(call(text)).toEqual([method, `${BASE}${path}`]);
  });

  it.each([
    ['that only administrators have, called without their scope', 'Set-PowerBIWorkspace -Id $w -Name "x"'],
    ['that needs a workspace which is not named', 'Get-PowerBIDataflow'],
    ['whose scope is a variable', 'Get-PowerBIWorkspace -Scope $scope'],
    ['whose parameters are splatted', 'Get-PowerBIReport @parameters'],
  ])('is not guessed for one %s', (_name, text) => expect(call(text)[1]).toBeUndefined());

  it('goes to the host of the environment that was signed in to', () => {
    expect(call('Connect-PowerBIServiceAccount -Environment USGovHigh\nGet-PowerBICapacity')[1]).toBe(
      'https://api.high.powerbigov.us/v1.0/myorg/capacities',
    );
    expect(call('Connect-PowerBIServiceAccount -Environment Moon\nGet-PowerBICapacity')[1]).toBe(`${BASE}capacities`);
    expect(call("Login-PowerBI -Environment USGov\nInvoke-PowerBIRestMethod -Url 'groups' -Method Get")[1]).toBe(
      'https://api.powerbigov.us/v1.0/myorg/groups',
    );
  });

  it('is that of the cmdlet which the error record names', () => {
    const record =
      "$w = Get-PowerBIWorkspace\nGet-PowerBIDataset -WorkspaceId $id\nGet-PowerBIDataset : Operation returned an invalid status code 'Forbidden'";
    expect(call(record)).toEqual(['GET', `${BASE}groups/{workspaceId}/datasets`]);
    const value = factsOf("Get-PowerBIActivityEvent : Operation returned an invalid status code 'Unauthorized'");
    expect(value('request.url')).toBe(`${BASE}admin/activityevents`);
    expect(value('response.status')).toBe(401);
  });

  it.each([
    ['its start', "Get-PowerBIDataset : Operation returned an invalid status code 'Forbidden'", 'GET'],
    ['a quotation', `I get "Add-PowerBIWorkspaceUser : Operation returned an invalid status code 'NotFound'"`, 'POST'],
    ['its category', '    + CategoryInfo : WriteError: (:) [Remove-PowerBIReport], HttpOperationException', 'DELETE'],
  ])('has its method and host, and no route, where only a record names the cmdlet: %s', (_, text, method) => {
    const value = factsOf(text);
    expect([value('request.method'), value('request.host')]).toEqual([method, 'api.powerbi.com']);
    expect([value('request.url'), value('request.path'), value('operation.found')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('gives way to a real URL', () => {
    const value = factsOf(
      'Get-PowerBIWorkspace -Scope Organization\nRequestUri : https://api.powerbi.com/v1.0/myorg/groups',
    );
    expect(value('request.url')).toBe(`${BASE}groups`);
  });

  it.each([
    'Get-PowerBIWorkspace\nGet-PowerBIReport',
    'I use Get-PowerBIWorkspace for that.',
    'Get-PowerBIWorkspace -Scope $scope',
    'Get-PowerBIWorkspace @parameters',
    'Get-PowerBIAccessToken',
    "Get-PowerBIReport : status code 'Forbidden'\nAdd-PowerBIDataset : status code 'Forbidden'",
  ])('is unknown where the text leaves it open: %s', (text) => {
    expect(call(text)).toEqual([undefined, undefined]);
  });
});

describe('Invoke-PowerBIRestMethod', () => {
  it('calls a relative URL of the Power BI API', () => {
    expect(call("Invoke-PowerBIRestMethod -Url 'groups' -Method Get")).toEqual(['GET', `${BASE}groups`]);
  });

  it('reports status, method and URL of the record that Resolve-PowerBIError prints', () => {
    const value = factsOf(
      'Response         : Unauthorized (401): {"code":"PowerBINotAuthorizedException"}\nRequestUri       : https://api.powerbi.com/v1.0/myorg/groups\nRequestMethod    : GET',
    );
    expect(value('response.status')).toBe(401);
    expect(value('response.codes')).toEqual(['PowerBINotAuthorizedException']);
    expect(value('request.method')).toBe('GET');
  });
});
