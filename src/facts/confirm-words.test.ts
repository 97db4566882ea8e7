import { describe, expect, it } from 'vitest';
import { confirmWords } from './confirm-words.ts';

describe('what proves that a step is done', () => {
  it('is a sentence for a value that a fix leads to', () => {
    expect(confirmWords({ 'sign-in.got-token': true })).toBe('the answer to the token request holds an access token');
    expect(confirmWords({ 'setting.embed': 'covers-caller' })).toBe(
      'the tenant setting "Embed content in apps" is on, for everybody or for a group that holds the caller',
    );
  });

  it('says the opposite where the condition excludes values', () => {
    expect(confirmWords({ 'token.roles': { lacks: ['Tenant.Read.All', 'Tenant.ReadWrite.All'] } })).toBe(
      'the claim roles of a new token does not hold Tenant.Read.All or Tenant.ReadWrite.All',
    );
    expect(confirmWords({ 'operation.my-workspace': false })).toBe(
      'the route names a workspace (/groups/{workspaceId})',
    );
    expect(confirmWords({ 'capacity.state': { 'not-in': ['paused'] } })).toMatch(/ is not "/);
  });

  it('offers values as people know them, and joins what must hold together and what does alone', () => {
    expect(confirmWords({ 'workspace.role': ['member', 'admin'], 'response.status': 200 })).toBe(
      'the role of the caller in the workspace is "Member" or "Admin", and the status of the answer is 200',
    );
    expect(confirmWords([{ 'capacity.state': 'active' }, { 'response.status': [200, 202] }])).toBe(
      'the capacity is active; or the status of the answer is 200 or 202',
    );
  });

  it('puts the question where no sentence is written for a value', () => {
    expect(confirmWords({ 'capacity.state': 'paused' })).toMatch(/^the answer to "Is the capacity running\?" is "/);
  });
});
