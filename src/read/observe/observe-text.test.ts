import { describe, expect, it } from 'vitest';
import { seal } from '../../model/secret.ts';
import { textFacts } from './observe-text.ts';

const facts = (text: string) => textFacts(text);

describe('textFacts', () => {
  it('gives one plain text for all the dresses of a sentence', () => {
    const plain = 'the caller isn\'t "known" here';
    for (const text of [
      'The caller isn\'t\n   "known" here',
      'The%20caller%20isn%27t%20%22known%22%20here',
      'The caller isn\\u0027t \\"known\\" here',
      'The caller isn’t “known” here',
      '│ The caller isn\'t "known"\n│ here',
    ])
      expect(facts(text)['evidence.text']).toBe(plain);
  });

  it('holds no mark of a secret and not more than 60,000 characters', () => {
    expect(facts(`Bearer ${seal(3)} end`)['evidence.text']).toBe('bearer end');
    expect(facts('ab '.repeat(100_000))['evidence.text']).toHaveLength(60_000);
  });

  it.each([
    ['fab api -A powerbi groups', 'fab'],
    ['import sempy.fabric as fabric', 'semantic-link'],
    ['##[error]failed', 'azure-devops'],
    ['Get-PowerBIWorkspace -Scope Organization', 'powershell-powerbi'],
    ['microsoft.identity.client.msalserviceexception', 'msal'],
    ['let s = Web.Contents("https://x")', 'power-query'],
    ['$ az account get-access-token', 'azure-cli'],
    ['resource "fabric_workspace" "x"', 'terraform'],
    ['module.core.aws_s3_bucket.b["x"]: Still creating... [10s elapsed]', 'terraform'],
    ['tokenType: models.TokenType.Embed', 'powerbi-client-js'],
  ])('knows the tool of %j', (text, tool) => {
    expect(facts(text)['client.tools']).toContain(tool);
  });

  it('names no tool for plain words', () => {
    expect(facts('The call to the API is refused, what a fabulous flow.')).not.toHaveProperty('client.tools');
  });

  it.each([
    'The same call works fine with my own account but fails with the service principal.',
    'It works with a user token, but when I use the service principal I get 401',
    'Works with my account, not with the service principal',
  ])('takes %j as an observation', (text) => {
    expect(facts(text)['observed.same-call-as-user']).toBe('works');
  });

  it.each([
    "It doesn't work with my own account but the service principal fails too",
    'It should work with my account but the service principal is refused',
    'Does it work with a user token? The service principal fails.',
    'The service principal fails.',
    'It works with my account but I want to use a service principal',
  ])('does not take %j as one', (text) => {
    expect(facts(text)).not.toHaveProperty('observed.same-call-as-user');
  });
});
