import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidIn } from './said.ts';

const works = (text: string) => saidIn(sentencesIn(text))['said.works'];

describe('what a person says to work', () => {
  it.each([
    ['I can list workspaces but not datasets, 403', 'list-workspaces'],
    ['GET /groups works fine, GET /groups/{id}/datasets is 401', 'list-workspaces'],
    ['GET /v1/workspaces returns 200 but /v1/workspaces/{id}/items returns 403.', 'list-workspaces'],
    ['I can get the list of workspaces with the same token. 403.', 'list-workspaces'],
    ['List workspaces returns 200 with an empty list', 'list-workspaces'],
    ['az rest --method get on the same url works, lists 3 workspaces', 'list-workspaces'],
    ['Arbeitsbereiche auflisten geht, Berichte lesen nicht.', 'list-workspaces'],
    ['La liste des espaces de travail fonctionne.', 'list-workspaces'],
    ['Puedo listar las áreas de trabajo pero no los datasets.', 'list-workspaces'],
    ['Consigo listar os workspaces, mas não os datasets.', 'list-workspaces'],
    ['The same user can open the report in the browser.', 'portal'],
    ['From the UI I can do it without any problem', 'portal'],
    ['I can refresh it manually in the service, 403 by API', 'portal'],
    ['Im Browser kann ich den Bericht öffnen.', 'portal'],
    ['No portal funciona.', 'portal'],
    ['GET works, POST gives 403.', 'reads'],
    ['I can list the items but not create one. 403', 'reads'],
    ['Reading works, writing not.', 'reads'],
    ['The same call works for other datasets in the workspace', 'other-items'],
    ['It works for all reports except this one', 'other-items'],
    ['In all other workspaces it works with the same SP.', 'other-workspace'],
    ['It works in our dev workspace but not in prod', 'other-workspace'],
    ['PPE is refused and in UAT the same yaml works.', 'other-workspace'],
    ['other workspaces (Finance, HR) open with the same app. For Risk I get 401', 'other-workspace'],
    ['Reports in import mode can be embedded with the same app, only the live ones get 403', 'other-items'],
    ['GET /pipelines with the same token returns the ones the SP was added to', 'other-items'],
    ["It works with my colleague's account, not with mine. 403", 'other-account'],
    ['A colleague runs the same call and gets 200.', 'other-account'],
    ['A teammate does the same in the same workspace and gets 201', 'other-account'],
    ['I get the error below while no error if I use master user.', 'other-account'],
    ['this opens fine in my browser', 'portal'],
    ['GET https://api.fabric.microsoft.com/v1/workspaces works and POST gives 401', 'list-workspaces'],
    ['With the app I can GET https://api.fabric.microsoft.com/v1/workspaces but no items', 'list-workspaces'],
    ['The app can list workspaces and is refused on items.', 'list-workspaces'],
    ['For the ws "Finance" the same Logic App works.', 'other-workspace'],
  ])('%s', (text, what) => {
    expect(works(text)).toEqual([what]);
  });

  it.each([
    'Listing the workspaces should work',
    'We call GET https://api.powerbi.com/v1.0/myorg/groups and get 401',
    'The app is in it. GET https://api.fabric.microsoft.com/v1/workspaces 401',
    'The app has the role, and GET https://api.fabric.microsoft.com/v1/workspaces with its token is refused',
    'We send GET https://api.powerbi.com/v1.0/myorg/groups with the token of the app',
    'When we GET https://api.fabric.microsoft.com/v1/workspaces we get 401 Unauthorized',
    'The app can GET https://api.fabric.microsoft.com/v1/workspaces and gets 401.',
    'POST https://api.fabric.microsoft.com/v1/workspaces works',
    'It should work if I use a master user',
    'My colleague added the app and now it works',
    'A colleague gave me access at 9:02, 9:20 the same call -> 200',
    'It does not open in my browser',
    'For the ws "Finance" the same Logic App should work.',
    'For the ws "Finance" the same call works with my user.',
    'I cannot list the workspaces',
    'I want to list workspaces but not datasets.',
    'Can I list workspaces with it?',
    'I hope it works in the portal',
    'In UAT the same yaml should work.',
    'It used to work in the portal',
    'It does not work in the portal either',
    'Does the same call work for other datasets?',
    'Listing workspaces works with my own account.',
    'Reading works in Postman.',
    'The same url lists 3 workspaces with my own account.',
    'Other workspaces (Finance, HR) do not open either.',
    'Reports in import mode should be embedded with the same app.',
    'GET /pipelines should return the ones the SP was added to.',
    'With my user GET /pipelines returns the ones that I made.',
  ])('nothing in: %s', (text) => {
    expect(works(text)).toBeUndefined();
  });
});
