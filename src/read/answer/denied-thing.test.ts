import { expect, it } from 'vitest';
import { deniedThing } from './denied-thing.ts';

it.each([
  ['Unauthorized. The caller is not authorized to access this dataset', 'item'],
  ['The user does not have permission to query the semantic model in workspace Sales', 'item'],
  ["You don't have the required permissions on this lakehouse.", 'item'],
  ['Access to the report was denied', 'item'],
  ['User lacks permissions on the gateway cluster', 'gateway'],
  ['Insufficient rights on the capacity', 'capacity'],
  ['access denied to connection 7', 'connection'],
  ['The principal has no access to the workspace "Sales".', 'workspace'],
])('%s: denies access to one %s', (text, thing) => expect(deniedThing(text)['response.denied']).toBe(thing));

it.each([
  ['The workspace does not exist or you do not have permission to view it'],
  ['Make sure that the caller is not denied access to the dataset'],
  ['If you do not have access to the report, ask its owner'],
  ['SPN based refresh is not allowed for the dataflow'],
  ['The principal does not have permission to consent'],
  ["Not authorized to call GET on 'https://api.fabric.microsoft.com/v1/workspaces/1'"],
  ['The dataset was refreshed. Access was denied'],
])('%s: leaves open what is denied', (text) => expect(deniedThing(text)).toEqual({}));
