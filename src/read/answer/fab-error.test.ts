import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const code = (text: string) => factsOf(`fab ls\n${text}`)('response.code');

describe('errors of the Fabric CLI', () => {
  it.each([
    'x ls: [InvalidInput] Invalid path. Please provide a valid path',
    '! auth login: [AuthenticationFailed] Failed to get access token',
    'ls: [AuthenticationFailed] Failed to connect to the managed identity service',
    '✗ mkdir: [InvalidPath] Unable to resolve path',
  ])('have no code of the API: %s', (text) => {
    expect(code(text)).toBeUndefined();
  });

  it.each([
    ['x mkdir: [InsufficientPrivileges] The caller does not have sufficient permissions', 'InsufficientPrivileges'],
    ['x create: [Unauthorized] The caller is not authenticated to access this resource', 'Unauthorized'],
    [
      'x create: [InvalidInput] The definition is wrong\n∟ Request Id: 6c1c2a3e-54d3-44d5-8e0d-0c6d0a9c6f55',
      'InvalidInput',
    ],
    ['x create: [InvalidInput] The request has an invalid input', 'InvalidInput'],
    ['error: [InvalidInput] Name is too long', 'InvalidInput'],
  ])('keep what the API answered: %s', (text, answered) => {
    expect(code(text)).toBe(answered);
  });
});
