import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidIn } from './said.ts';

const said = (text: string) => saidIn(sentencesIn(text));

describe('an administrator who is somebody else', () => {
  it.each([
    'My tenant administrator tried to give the permissions to the app.',
    'Our Fabric admin added the app to the group.',
  ])('is no right of the caller: %s', (text) => {
    expect(said(text)['said.done'] ?? []).not.toContain('fabric-admin');
  });
});

describe('what was done because a page says so', () => {
  it('is read, and not what the page says', () => {
    const text = 'I added Tenant.Read.All and granted admin consent, as the docs of the call say "Required scope: X"';
    expect(said(text)['said.done']).toEqual(['api-permissions']);
    expect(said('As the docs say, the app is admin of the workspace.')).toEqual({});
  });
});

describe('what is said to be set up', () => {
  it.each([
    ['Our service principal gets 401. I gave it admin on the workspace.', ['workspace-role'], 'admin'],
    ['The service principal is Contributor in the workspace, 403.', ['workspace-role'], 'contributor'],
    ['403 with the SPN. SP is workspace admin', ['workspace-role'], 'admin'],
    ['The managed identity was added to the workspace, 401.', ['workspace-role'], undefined],
    ['I get 403 with my user, I am a viewer of the workspace.', ['workspace-role'], 'viewer'],
    ['The service principal is in the security group, 401.', ['security-group'], undefined],
    ['I enabled "Service principals can use Fabric APIs" and get 401.', ['tenant-setting'], undefined],
    ['API permissions are granted, 401.', ['api-permissions'], undefined],
    ['Tenant.Read.All was added with admin consent.', ['api-permissions'], undefined],
    ['The app has Tenant.Read.All as application permission.', ['api-permissions', 'tenant-permissions'], undefined],
    ['Application permissions: Tenant.ReadWrite.All, 401.', ['tenant-permissions'], undefined],
    ['I added some Power BI Service permissions and hit Grant admin consent.', ['api-permissions'], undefined],
    ['We removed all API permissions and added them again.', ['api-permissions'], undefined],
    ['Die API-Berechtigungen sind erteilt.', ['api-permissions'], undefined],
    ['I am a Fabric administrator and get 403.', ['fabric-admin'], undefined],
  ])('%s', (text, done, role) => {
    expect(said(text)['said.done']).toEqual(done);
    expect(said(text)['said.role']).toBe(role);
  });

  it.each([
    ["I'm not a Fabric admin, 403.", 'fabric-admin'],
    ['I am not a member of the workspace, 401.', 'workspace-role'],
    ['The service principal has no role, it was never added to the workspace.', 'workspace-role'],
    ["The SPN isn't in the security group.", 'security-group'],
    ['The service principal is admin of the workspace; it is in no group of the tenant setting', 'security-group'],
    ['The SP is not in any of the groups named in the tenant setting.', 'security-group'],
    ['The SPN has no Tenant.Read.All application permission.', 'tenant-permissions'],
    ['I removed all the API permissions from the app registration.', 'api-permissions'],
    ['The app has zero API permissions, 401', 'api-permissions'],
    ['The app has no permissions in Entra.', 'api-permissions'],
    ['I removed the application permission Tenant.Read.All.', 'tenant-permissions'],
    ['Admin consent was not given: no API permissions granted.', 'api-permissions'],
  ])('is missing: %s', (text, missing) => {
    expect(said(text)['said.missing']).toContain(missing);
    expect(said(text)['said.done'] ?? []).not.toContain(missing);
  });

  it.each([
    'Should the service principal be admin of the workspace?',
    'Do I need to be a Fabric admin?',
    'The docs say that it must be in one of the groups of the tenant setting.',
    'There are no API permissions needed for it.',
    'Should we set it up as contributor?',
    'Maybe it needs to be added to the workspace.',
    'I asked our Fabric admin.',
    'You must be a member of the workspace.',
    'The error says "you are not a member of the workspace".',
    'The documentation says the app is admin of the workspace.',
  ])('says nothing in: %s', (text) => {
    expect(said(text)).toEqual({});
  });

  it('takes the right of a person for no right of the app that calls', () => {
    expect(said('The service principal gets 401. I am admin of the workspace.')).toEqual({
      'said.caller': 'service-principal',
    });
  });

  it('takes the role in a workspace where it works for none in the one where it fails', () => {
    const text = 'For the ws "Finance" the same Logic App works (I put the MI there as contributor months ago).';
    expect(said(text)).not.toHaveProperty('said.role');
    expect(said(text)).not.toHaveProperty('said.done');
  });

  it('leaves out what is said to be there and to be missing', () => {
    const both = said('The app is a member of the workspace. The app is not a member of the workspace.');
    expect(both).not.toHaveProperty('said.done');
    expect(both).not.toHaveProperty('said.missing');
  });
});

describe('what is said to work', () => {
  it.each([
    ['Listing workspaces works fine with the same token, 401.', ['list-workspaces']],
    ['The token is fine (works for groups).', ['list-workspaces']],
    ['404, but I see the report in the portal', ['portal']],
    ['It works in another workspace.', ['other-workspace']],
  ])('%s', (text, works) => {
    expect(said(text)['said.works']).toEqual(works);
  });

  it.each([
    'Listing workspaces does not work either.',
    'Does it work in another workspace?',
    'I do not see the report in the portal',
  ])('nothing in: %s', (text) => {
    expect(said(text)).not.toHaveProperty('said.works');
  });

  it('hears of a change that is minutes old', () => {
    expect(said('I enabled the tenant setting 10 minutes ago.')['setting.changed']).toBe('minutes-ago');
    expect(said('I just added it to the group.')['setting.changed']).toBe('minutes-ago');
    expect(said('Now I just changed the ids to workspace "HR".')).not.toHaveProperty('setting.changed');
    expect(said('We changed the workspace id 5 minutes ago.')).not.toHaveProperty('setting.changed');
    expect(said('I enabled the setting last week.')).not.toHaveProperty('setting.changed');
    expect(said('I have not changed it 10 minutes ago?')).not.toHaveProperty('setting.changed');
  });
});
