import { describe, expect, it } from 'vitest';
import { observe } from '../observe.ts';
import { readPastes } from '../read.ts';

const factsOf = (text: string) => {
  const { incidents, secrets } = readPastes([{ text }]);
  const facts = incidents.flatMap((incident) => [...observe(incident, secrets).facts]);
  return Object.fromEntries(facts.map(([path, fact]) => [path, fact.state === 'known' ? fact.value : fact.state]));
};
const output = (message: string): string =>
  JSON.stringify({ errorCode: '2108', message, failureType: 'UserError', target: 'Web1', details: [] }, null, 2);

describe('the reader of activity errors', () => {
  it('reads the answer of the API that the message holds as JSON', () => {
    const body =
      '{"error":{"code":"PowerBINotAuthorizedException","pbi.error":{"code":"PowerBINotAuthorizedException"}}}';
    expect(factsOf(output(body))).toMatchObject({ 'response.code': 'PowerBINotAuthorizedException' });
  });

  it('reads the status and the code that the message names, not those of the activity', () => {
    const message =
      "ErrorCode=UserErrorHttpStatusCode,'Message=The HttpStatusCode 403 indicates failure. errorCode: InsufficientWorkspaceRole'";
    const facts = factsOf(output(message));
    expect(facts).toMatchObject({ 'response.code': 'InsufficientWorkspaceRole' });
    expect(facts['response.codes']).not.toContain('UserErrorHttpStatusCode');
  });

  it('leaves the error of a sign-in to its reader', () => {
    expect(factsOf(output('Failed: AADSTS7000222: The provided client secret keys are expired.'))).toMatchObject({
      'entra.code': 7000222,
    });
  });

  it('claims nothing absent from an output that is cut off', () => {
    const text = output('{"error":{"code":"PowerBINotAuthorizedException"}}');
    const facts = factsOf(text.slice(0, text.indexOf('"details"')));
    expect(facts).toMatchObject({ 'response.code': 'PowerBINotAuthorizedException' });
    expect(Object.entries(facts).filter(([path, value]) => path.startsWith('response.') && value === 'absent')).toEqual(
      [],
    );
  });
});
