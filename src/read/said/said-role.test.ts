import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidIn } from './said.ts';

const said = (text: string) => saidIn(sentencesIn(text));

describe('a role in a workspace, in the words of a person', () => {
  it.each([
    ['My app is Viewer there, listing works.', 'viewer'],
    ['I added the SP as Member.', 'member'],
    ['The service principal has Contributor access to the workspace but gets 401', 'contributor'],
    ['App is in the workspace as Contributor.', 'contributor'],
    ['I gave the app Viewer rights on the workspace. 403 on POST.', 'viewer'],
    ['The managed identity is Contributor there.', 'contributor'],
    ['The app is contributor in the group.', 'contributor'],
    ['POST refreshes gives 403. I am "Viewer" in that ws', 'viewer'],
    ['We have a workspace Sales. The app is a member there.', 'member'],
    ['service principal role: Viewer. POST returns 403', 'viewer'],
    ['The SP only has viewer access. 403 on refresh.', 'viewer'],
    ['I have added my service principal to the workspace with admin permission.', 'admin'],
    ['Workspace access: the app has Member. 403.', 'member'],
    ['Added the SP to the workspace (Contributor). 403.', 'contributor'],
    ['My user is owner of the workspace', 'admin'],
    ['I have only the Viewer role there. 403.', 'viewer'],
    ['403 with the SP. We gave the sp Viewer because it should not change anything', 'viewer'],
    ['The service principal gets 403. We set it up as contributor.', 'contributor'],
    ['403 for the service principal. Viewer role for the app was given last week', 'viewer'],
    ["403 for our SP. It's Admin of the ws.", 'admin'],
    ['Der Dienstprinzipal hat die Rolle Mitwirkender im Workspace.', 'contributor'],
    ['Ich habe den Service Principal dem Workspace als Mitglied hinzugefügt.', 'member'],
    ["Mon application est Contributeur de l'espace de travail.", 'contributor'],
    ["Je suis administrateur de l'espace de travail.", 'admin'],
    ['Mi aplicación es Colaborador en el área de trabajo.', 'contributor'],
    ['A entidade de serviço é administradora do workspace, mas dá 401.', 'admin'],
  ])('%s', (text, role) => {
    expect(said(text)).toMatchObject({ 'said.done': ['workspace-role'], 'said.role': role });
  });

  it.each([
    ['The service principal has access to the workspace but gets 403'],
    ["J'ai ajouté le principal de service à l'espace de travail."],
    ['Agregué la entidad de servicio al área de trabajo.'],
    ['Adicionei a entidade de serviço ao workspace.'],
  ])('without its name: %s', (text) => {
    expect(said(text)['said.done']).toEqual(['workspace-role']);
    expect(said(text)).not.toHaveProperty('said.role');
  });

  it('of a group is none', () => {
    const text = 'The setting names the security group PBI-Apps. The service principal is a member there.';
    expect(said(text)['said.done']).toEqual(['security-group']);
    expect(said(text)).not.toHaveProperty('said.role');
    expect(said('The security group is allowed, and the SPN is admin of the group.')).not.toHaveProperty('said.role');
  });

  it.each([
    ['The SP is not in the workspace. 403'],
    ["I don't have access to the workspace. 403"],
    ['Der SP ist nicht im Arbeitsbereich.'],
    ["Le principal de service n'est pas membre de l'espace de travail."],
    ['La entidad de servicio no está en el área de trabajo.'],
    ['A entidade de serviço não está no workspace.'],
  ])('is missing: %s', (text) => {
    expect(said(text)['said.missing']).toEqual(['workspace-role']);
  });

  it.each([
    'grp-api has grp-api-apps as member, and our SPN is a member of the latter.',
    'Should I add the service principal as a member of the workspace?',
    'If I make the app admin of the workspace it works.',
    'When I make it workspace admin, it works',
    'Once I gave it Contributor on the workspace it worked',
    'I will add the SP to the workspace tomorrow',
    'Someone suggested adding the SP to the workspace',
    'I was told that the app must be Member of the workspace.',
    'I would like to give the service principal Viewer on the workspace only',
    'The service principal is Contributor on the subscription.',
    'The app is a member of the security group of the workspace team?',
    'The error message is "user is not a member of the workspace"',
    'I am not an admin of the workspace.',
    "Faut-il que le principal de service soit membre de l'espace de travail ?",
    'Muss der Service Principal Admin im Arbeitsbereich sein?',
  ])('nothing in: %s', (text) => {
    const { 'said.role': role, 'said.done': done = [], 'said.missing': missing = [] } = said(text);
    expect({ role, done, missing }).toEqual({ role: undefined, done: [], missing: [] });
  });
});
