import { describe, expect, it } from 'vitest';
import { statusesIn } from './status-words.ts';

const statuses = (text: string): readonly number[] => statusesIn(text).map(({ status }) => status);

describe('the name of a status in a sentence', () => {
  it.each([
    ['the list works, however "GenerateToken" fails with Forbidden error', 403],
    ['it returns Unauthorized.', 401],
    ['we always get an Unauthorized exception when we refresh', 401],
    ['the API responds with "Forbidden"', 403],
    // The Azure SDK for Python: https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/core/azure-core/azure/core/exceptions.py
    ["HttpResponseError: Operation returned an invalid status 'Forbidden'", 403],
  ])('is a status: %s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it.each([
    'forbidden fruit',
    'we got unauthorized access to the workspace removed',
    'an app gets Forbidden territory as its name',
    'the unauthorized user',
  ])('is none: %s', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});
