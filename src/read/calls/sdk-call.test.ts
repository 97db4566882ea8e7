import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const THROWN = "Microsoft.Rest.HttpOperationException: Operation returned an invalid status code 'Forbidden'";
const CLIENT = 'PowerBIClient client = Connect();';

const operation = (...texts: string[]) => factsOf(...texts)('request.sdk-operation');
const inCode = (call: string) => operation(`${CLIENT}\n${call};\n${THROWN}`);
const frames = (...lines: string[]) => [THROWN, ...lines.map((line) => `   at ${line}`)].join('\n');

describe('the call of the Power BI SDK in code', () => {
  it.each([
    [
      'await client.Datasets.UpdateParametersInGroupAsync(workspaceId, id, request)',
      'Datasets_UpdateParametersInGroup',
    ],
    ['client.Reports.GenerateTokenInGroup(workspaceId, reportId, request)', 'Reports_GenerateTokenInGroup'],
    ['client.EmbedToken.GenerateTokenAsync(new GenerateTokenRequestV2(reports))', 'EmbedToken_GenerateToken'],
    ['client\n  .Groups\n  .GetGroupsAsAdmin(top: 100)', 'Groups_GetGroupsAsAdmin'],
    ['client.Groups.GetGroupUsers(groupId)', 'Groups_GetGroupUsers'],
    ['client.Admin.GetActivityEventsAsync(start, end)', 'Admin_GetActivityEvents'],
    ['client.Reports.GetReportsWithHttpMessagesAsync()', 'Reports_GetReports'],
    ['client.Imports.PostImportWithFileAsyncInGroup(groupId, stream)', 'Imports_PostImportInGroup'],
  ])('%s', (call, id) => {
    expect(inCode(call)).toBe(id);
  });

  it.each([
    ['client.Reports.GetReports()', 'Reports_GetReports'],
    ['client.Reports.GetReports(new Guid(settings.WorkspaceId))', 'Reports_GetReportsInGroup'],
    ['client.Reports.GetReportAsync(groupId, reportId)', 'Reports_GetReportInGroup'],
    ['client.Reports.GetReportAsync(report.Id)', 'Reports_GetReport'],
    ['client.Reports.GetReportsAsAdmin(groupId)', 'Reports_GetReportsInGroupAsAdmin'],
    ['client.Dataflows.GetDataflowsAsAdmin(groupId)', 'Dataflows_GetDataflowsInGroupAsAdmin'],
    ['client.Dataflows.GetDataflow(groupId, dataflowId)', 'Dataflows_GetDataflow'],
    ['client.Reports.GetReports(ws)', undefined],
    ['client.Datasets.RefreshDataset(workspace.Datasets[0].Id)', 'Datasets_RefreshDataset'],
    ['client.Datasets.RefreshDatasetAsync("4869****")', 'Datasets_RefreshDataset'],
    ['client.Reports.ExportReport(id)', 'Reports_ExportReport'],
    ['client.Reports.GetReports("4869****")', undefined],
    ['client.Datasets.RefreshDatasetAsync("4869****", ids[0])', undefined],
  ])('is that of the overload which takes a workspace where one is given: %s', (call, id) => {
    expect(inCode(call)).toBe(id);
  });

  it('is read where the call stands without its client', () => {
    expect(operation(`Datasets.GetTables("my id")\n${THROWN}`)).toBe('Datasets_GetTables');
    expect(inCode('client.Datasets.GetDataset(id);\n}\nDatasets.GetTables(id)')).toBeUndefined();
    expect(operation(`var all = MyDatasets.GetTables(id);\n${THROWN}`)).toBeUndefined();
  });

  it('is unknown where several different ones are called, or the text breaks off in its name', () => {
    expect(inCode('client.Groups.GetGroups(); client.Reports.GetReports()')).toBeUndefined();
    expect(operation(`${THROWN}\n${CLIENT} client.Groups.GetGroups`)).toBeUndefined();
    expect(operation(`${THROWN}\n${CLIENT} client.Reports.GetReports(`)).toBeUndefined();
  });

  it('is the one that is left where others are comments or no calls', () => {
    expect(inCode('Keep(all.Reports.FirstOrDefault(), all.Users.GetAsync()); client.Groups.GetGroups()')).toBe(
      'Groups_GetGroups',
    );
    expect(inCode('// client.Reports.GetReports();\nclient.Groups.GetGroups()')).toBe('Groups_GetGroups');
  });

  it.each([
    ['a stack of the code itself', `${THROWN}\n   at Acme.Reports.GetReports() in Reports.cs:line 12`],
    ['another library', 'await graph.Users.GetAsync(); // 403'],
    ['the service that was closed', `${CLIENT} client.Reports.GetReports(workspaceCollectionName, workspaceId);`],
    ['a report that fails in the browser', `${CLIENT} client.Groups.GetGroups(); powerbi.embed(div, config); // 403`],
    ['a URL of a call', `${CLIENT} client.Groups.GetGroups();\nGET https://api.powerbi.com/v1.0/myorg/apps`],
  ])('is not told beside %s', (_, text) => {
    expect(operation(text)).toBeUndefined();
  });
});

describe('the call of the Power BI SDK in a stack trace', () => {
  it.each([
    [
      'Microsoft.PowerBI.Api.DatasetsOperations.UpdateParametersInGroupWithHttpMessagesAsync(Guid groupId, String id)',
      'Datasets_UpdateParametersInGroup',
    ],
    ['Microsoft.PowerBI.Api.ReportsOperationsExtensions.GetReportsInGroupAsync(', 'Reports_GetReportsInGroup'],
    ['Microsoft.PowerBI.Api.V2.Reports.<GetReportsWithHttpMessagesAsync>d__12.MoveNext()', 'Reports_GetReports'],
    ['Microsoft.PowerBI.Api.GroupsOperations+<GetGroupsWithHttpMessagesAsync>d__5.MoveNext()', 'Groups_GetGroups'],
    [
      'Microsoft.PowerBI.Api.ReportsOperationsExtensions.GetReports(IReportsOperations operations, Guid groupId)',
      'Reports_GetReportsInGroup',
    ],
    [
      'Microsoft.PowerBI.Api.ReportsOperationsExtensions.GetReports(IReportsOperations operations)',
      'Reports_GetReports',
    ],
    ['Microsoft.PowerBI.Api.ReportsOperationsExtensions.<GetReportsAsync>d__15.MoveNext()', undefined],
  ])('%s', (frame, id) => {
    expect(operation(frames(frame))).toBe(id);
  });

  it('is the request itself, below the overload that made it', () => {
    const stack = frames(
      'Microsoft.PowerBI.Api.ReportsOperations.GetReportsInGroupWithHttpMessagesAsync(Guid groupId)',
      'Microsoft.PowerBI.Api.ReportsOperationsExtensions.<GetReportsAsync>d__3.MoveNext()',
    );
    expect(operation(stack)).toBe('Reports_GetReportsInGroup');
  });

  it('wins over the code, which fills only what it leaves open', () => {
    const code = `${CLIENT} client.Groups.GetGroups(); client.Reports.GetReports(workspaceId);`;
    const open = frames('Microsoft.PowerBI.Api.ReportsOperationsExtensions.<GetReportsAsync>d__15.MoveNext()');
    expect(operation(`${code}\n${open}`)).toBe('Reports_GetReportsInGroup');
    expect(operation(`${CLIENT} client.Groups.GetGroups();\n${open}`)).toBeUndefined();
  });

  it('is unknown where two requests failed', () => {
    const both = frames(
      'Microsoft.PowerBI.Api.GroupsOperations.GetGroupsWithHttpMessagesAsync()',
      'Microsoft.PowerBI.Api.AppsOperations.GetAppsWithHttpMessagesAsync()',
    );
    expect(operation(both)).toBeUndefined();
  });
});

describe('the call of the Power BI SDK among several pastes', () => {
  const call = `${CLIENT} client.Groups.GetGroups();`;

  it('gives way to a URL in another one', () => {
    const value = factsOf(call, 'GET https://api.powerbi.com/v1.0/myorg/apps\n\nHTTP/1.1 403 Forbidden');
    expect(value('request.sdk-operation')).toBeUndefined();
    expect(value('request.path')).toBe('/v1.0/myorg/apps');
  });

  it('is unknown where they name different ones', () => {
    expect(operation(call, `${CLIENT} client.Apps.GetApps();`)).toBeUndefined();
    expect(operation(call, call)).toBe('Groups_GetGroups');
  });

  it('takes a header and an answer that were pasted apart', () => {
    const value = factsOf(call, 'Authorization: abc', 'HTTP/1.1 401 Unauthorized\nContent-Length: 0');
    expect(value('request.sdk-operation')).toBe('Groups_GetGroups');
    expect(value('response.status')).toBe(401);
  });
});

describe('a method of the Power BI SDK that stands alone', () => {
  it.each([
    ['GetRefreshHistoryInGroupAsync: Unauthorized', 'GetRefreshHistoryInGroup'],
    ['Our app: GetReportsInGroup gives me a 403, always.', 'GetReportsInGroup'],
    ['GetDatasetsInGroup(ws) works, RefreshDatasetInGroupAsync() throws Forbidden.', 'RefreshDatasetInGroup'],
    ['GetGroupsAsAdminAsync() -> 401', 'GetGroupsAsAdmin'],
    ['GetReportsInGroup lists three reports. Login: Unauthorized', undefined],
    ['GetReportsInGroup: 403\nGetDatasetsInGroup: 403', 'GetReportsInGroup or GetDatasetsInGroup'],
    [
      `GenerateTokenInGroup / GenerateTokenForCreateInGroup\n${THROWN}`,
      'GenerateTokenInGroup or GenerateTokenForCreateInGroup',
    ],
    [`GetReportsInGroup works. GenerateTokenInGroup\n${THROWN}`, 'GenerateTokenInGroup'],
    ['GetRefreshHistory: Unauthorized', undefined],
    ['my-GetReportsInGroup: 403', undefined],
  ])('is the call where it is said to be refused: %s', (text, id) => {
    expect(operation(text)).toBe(id);
  });

  it('comes with the status that stands behind it', () => {
    expect(factsOf('GetRefreshHistoryInGroupAsync: Unauthorized')('response.status')).toBe(401);
    expect(factsOf('GetReportsInGroupAsync(ws) => Forbidden')('response.status')).toBe(403);
    expect(factsOf('the team of GetReportsInGroup: Unauthorized people')('response.status')).toBeUndefined();
  });

  it('gives way to a call of the SDK in code and to a URL', () => {
    expect(operation(`${CLIENT} client.Groups.GetGroups();\n${THROWN}\nGetReportsInGroup: 403`)).toBe(
      'Groups_GetGroups',
    );
    expect(operation('GetReportsInGroup: 403\nGET https://api.powerbi.com/v1.0/myorg/apps')).toBeUndefined();
  });
});

describe('the host of the Power BI SDK', () => {
  it('is the one that the client is made with', () => {
    const text = `new PowerBIClient(new Uri("https://api.powerbigov.us/"), token).Groups.GetGroups();\n${THROWN}`;
    expect(factsOf(text)('request.host')).toBe('api.powerbigov.us');
    expect(factsOf(`${CLIENT} client.Groups.GetGroups();`)('request.host')).toBeUndefined();
  });

  it('is the one that the person says fails, where the code shows several', () => {
    const code = `${CLIENT}\nvar r = client.Reports.GetReports();\nvar t = client.Reports.GenerateToken(report.Id, request);\n${THROWN}`;
    expect(operation(code)).toBeUndefined();
    expect(operation(`${code}\n"GenerateToken" fails with Forbidden.`)).toBe('Reports_GenerateToken');
    expect(operation(`${CLIENT}\nclient.Reports.GetReports();\nGenerateToken fails with Forbidden.`)).toBeUndefined();
  });
});

describe('the call of the Power BI SDK that comments tell from others', () => {
  const create = 'await client.Groups.CreateGroupAsync(new GroupCreationRequest("X"), workspaceV2: true);';
  const list = 'var groups = await client.Groups.GetGroupsAsync();';

  it.each([
    ['one works, it says', `${list} // 12 workspaces, fine\n${create}\n// ${THROWN}`],
    ['the exception stands below it', `${list}\n${create}\n// ${THROWN}`],
    ['it throws, it says', `${list}\n${create} // throws\n${THROWN}`],
    ['its status stands behind it', `${create} // 401\n${list}`],
    ['the other is where the exception of all stands', `${create} // 401\n${list}\n// ${THROWN}`],
    ['the call is split over lines', `${list} // ok\nawait client\n  .Groups\n  .CreateGroupAsync(r);\n${THROWN}`],
  ])('is the one that failed: %s', (_, code) => {
    expect(operation(`${CLIENT}\n${code}`)).toBe('Groups_CreateGroup');
  });

  it.each([
    ['nothing is said of either', `${list}\n${create}\n${THROWN}`],
    ['it is only hoped', `${list} // should be fine\n${create}\n${THROWN}`],
    ['it works for another', `${list} // works, but not with the app\n${create}\n${THROWN}`],
    ['it works somewhere', `${list} // works in dev\n${create}\n${THROWN}`],
    ['both fail', `${list} // 401\n${create} // 401\n${THROWN}`],
    ['the address of a page', `${list} // see https://example.org/fine-ok\n${create} // see https://example.org/ok`],
  ])('is unknown where %s', (_, code) => {
    expect(operation(`${CLIENT}\n${code}`)).toBeUndefined();
  });

  it('is not the one that works where no other is shown', () => {
    expect(operation(`${CLIENT}\n${list} // 12 workspaces, fine\n${THROWN}`)).toBeUndefined();
  });
});
