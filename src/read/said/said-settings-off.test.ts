import { describe, expect, it } from 'vitest';
import { saidSettingsOff } from './said-settings-off.ts';

const off = (text: string) => saidSettingsOff(text.toLowerCase())['said.settings-off'] ?? [];

describe('tenant settings that are said to be off', () => {
  it.each([
    ['"Embed content in apps" is turned off by our admin', 'embed'],
    ['the tenant setting Dataset Execute Queries REST API is off', 'execute-queries'],
    ['they disabled "Users can create Fabric items" last week', 'fabric-items'],
    ['Enhance admin APIs responses with detailed metadata is disabled', 'admin-metadata'],
    ['"Service principals can use Fabric APIs": disabled', 'sp-public-apis'],
  ])('%s', (text, setting) => {
    expect(off(text)).toEqual([setting]);
  });

  it.each([
    '"Embed content in apps" is enabled',
    'Dataset Execute Queries REST API is on. MFA is off.',
    'Users can create Fabric items',
  ])('not: %s', (text) => {
    expect(off(text)).toEqual([]);
  });
});
