import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { diagnose } from '../../index.ts';

const box = (operation: string, address: string): string =>
  `╷
│ Error: ${operation} operation
│
│   with ${address},
│   on main.tf line 12, in resource:
│
│ Could not do it: The caller is not authenticated to access this resource
│
│ Error Code: Unauthorized
╵`;

describe('an error of the Fabric provider of Terraform', () => {
  it.each([
    ['Create', 'fabric_workspace.this', 'POST', '/v1/workspaces'],
    ['Read', 'module.a.module.b["x"].data.fabric_workspace.this', 'GET', '/v1/workspaces/{workspaceId}'],
    ['List', 'module.fabric.data.fabric_capacity.this', 'GET', '/v1/capacities'],
    ['Create', 'fabric_lakehouse.bronze', 'POST', '/v1/workspaces/{workspaceId}/lakehouses'],
    ['Delete', 'fabric_data_pipeline.p', 'DELETE', '/v1/workspaces/{workspaceId}/dataPipelines/{id}'],
    ['create', 'fabric_workspace_role_assignment.r[0]', 'POST', '/v1/workspaces/{workspaceId}/roleAssignments'],
  ])('tells which call "%s operation" of %s was', (operation, address, method, path) => {
    const text = box(operation, address);
    const fact = factsOf(text);
    expect([fact('request.method'), fact('request.path')]).toEqual([method, path]);
    expect(fact('response.code')).toBe('Unauthorized');
    expect(diagnose([{ text }], { now: '2026-03-01T12:00:00Z' })[0]?.facts['operation.found']).toMatchObject({
      value: 'yes',
    });
  });

  it.each([
    ['data.fabric_capacity.c: Reading...\ndata.fabric_capacity.c: Still reading... [10s elapsed]', '/v1/capacities'],
    ['module.m["a"].fabric_workspace.w: Creating...', '/v1/workspaces'],
    [
      'fabric_workspace.w: Creating...\nfabric_workspace.w: Creation complete after 3s [id=1]\nfabric_gateway.g: Creating...',
      '/v1/gateways',
    ],
  ])('tells the call of the one resource that was not done: %j', (text, path) => {
    expect(factsOf(text)('request.path')).toBe(path);
  });

  it('tells none of two', () => {
    expect(factsOf('fabric_workspace.w: Creating...\nfabric_gateway.g: Creating...')('request.url')).toBeUndefined();
  });

  it('tells the same in JSON', () => {
    const fact = factsOf(
      '{"diagnostic":{"severity":"error","summary":"Create operation","detail":"Could not create resource","address":"fabric_gateway.g"}}',
    );
    expect([fact('request.method'), fact('request.path')]).toEqual(['POST', '/v1/gateways']);
  });

  it.each([
    ['a resource of another provider', box('Create', 'azurerm_fabric_capacity.this')],
    ['a type that is not known', box('Create', 'fabric_something_new.this')],
    ['words about an operation', 'The read operation fails with fabric_x'],
  ])('tells nothing of %s', (_, text) => {
    expect(factsOf(text)('request.url')).toBeUndefined();
  });
});
