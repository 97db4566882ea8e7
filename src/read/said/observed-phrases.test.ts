import { describe, expect, it } from 'vitest';
import { observedIn } from './observed-phrases.ts';
import { sentencesIn } from './prose.ts';

const observed = (text: string) => observedIn(sentencesIn(text));

describe('a version from which on it fails', () => {
  it.each([
    'This works fine with MSAL 4.19.0 but fails with any later version.',
    'Interactive sign-in is not working with versions 4.20.0 and above.',
    'It worked with fabric-cicd 0.1.20 and now fails since 0.1.21',
  ])('%s', (text) => {
    expect(observed(text)).toEqual({ 'observed.started': 'after-update' });
  });

  it.each([
    'Works with Python 3.11 but fails with any later version.',
    'It should work with version 1.2 and above.',
    'Does it fail with 1.2 and later?',
  ])('is not told by: %s', (text) => {
    expect(observed(text)).toEqual({});
  });
});

describe('what a person says to have seen', () => {
  it.each([
    'The same request works fine in Postman.',
    'Hi all,\nthe exact same call works with curl, but not from my code.',
    'It works in Postman but not in my Python code',
    'In Postman the same request works.',
    'The same token works in Insomnia, the SDK gets 401.',
    'Same request from Postman passes, the script gets 401.',
    'same call with curl gives 200',
  ])('another client works: %s', (text) => {
    expect(observed(text)).toEqual({ 'observed.other-client': 'works' });
  });

  it.each([
    'Does the same request work in Postman?',
    'az rest --method get on the same url works, lists 3 workspaces',
    'It does not work in Postman either.',
    'The same request should work in Postman.',
    'I got the token in Postman and it works.',
    'The same call works in Postman with a user account.',
    'The same call never works in Postman.',
    'In Postman the same request never works.',
    'I can get a token and everything works in Postman',
    'The same request from Postman does not pass either.',
    'The same request in Postman with my user is fine.',
    'The same call with curl should be fine.',
  ])('nothing of another client: %s', (text) => {
    expect(observed(text)).not.toHaveProperty('observed.other-client');
  });

  it.each([
    'It works fine with the previous version of the module.',
    'This does not happen when using the 3.2 version on the same machine.',
    'Downgrading to 4.2.0 fixed it.',
    'Downgrading the module to 4.2 helps.',
    'dbt-fabric 1.8.7 runs fine, 1.8.8 fails with a 400.',
    'I rolled back azure-identity to version 1.14.2 and it works again.',
  ])('it began with an update: %s', (text) => {
    expect(observed(text)).toEqual({ 'observed.started': 'after-update' });
  });

  it.each([
    'Does it work with the previous version?',
    'Downgrading to 4.2.0 did not help.',
    'It works with the previous version of the API version header.',
    'This does not happen with Python 3.12 version.',
    'Should I go back to 4.2.0?',
  ])('nothing of an update: %s', (text) => {
    expect(observed(text)).not.toHaveProperty('observed.started');
  });

  it.each([
    ['The job starts fine and then fails after about an hour.', 'after-an-hour'],
    ['After 60 minutes it fails with 401.', 'after-an-hour'],
    ['After roughly one hour all requests start failing.', 'after-an-hour'],
    ['Since updating to version 2.1.0 I get 401.', 'after-update'],
    ['It fails after upgrading the azure-identity package.', 'after-update'],
    ['After we upgraded the provider the plan fails.', 'after-update'],
    ['It worked until yesterday.', 'worked-before'],
    ['The script has been working fine until last week, nothing has changed.', 'worked-before'],
    ['The pipeline stopped working yesterday', 'worked-before'],
    ['It used to work, but now I get 403.', 'worked-before'],
  ])('since when: %s', (text, started) => {
    expect(observed(text)['observed.started']).toBe(started);
  });

  it.each([
    'I waited and it still fails after an hour.',
    'After an hour of debugging I found that it fails.',
    'I enabled the setting and after an hour it fails the same way.',
    'Does it fail after an hour?',
    'After updating the secret I get 401.',
    'After upgrading the capacity to F64 it fails.',
    'After upgrading to version 2.1 it still fails.',
    'If it worked until yesterday, something was changed.',
    'It worked until yesterday, when we changed the secret.',
    'I used to work with version 1.',
  ])('nothing of since when: %s', (text) => {
    expect(observed(text)).not.toHaveProperty('observed.started');
  });

  it.each([
    'It sometimes works and sometimes returns 401.',
    'The call fails intermittently.',
    'We see intermittent 403 errors.',
  ])('it comes and goes: %s', (text) => {
    expect(observed(text)['observed.repeats']).toBe('sometimes');
  });

  it.each([
    'This is not an intermittent error.',
    'Is it an intermittent error?',
    'The service may fail intermittently.',
    'Sometimes people forget the scope.',
  ])('nothing of how often: %s', (text) => {
    expect(observed(text)).not.toHaveProperty('observed.repeats');
  });

  it('takes nothing from two answers that differ', () => {
    expect(observed('It worked until yesterday. It fails after about an hour.')).not.toHaveProperty('observed.started');
  });
});

describe('sentencesIn', () => {
  it('leaves out code, logs and JSON', () => {
    for (const line of [
      '# it worked until yesterday = x',
      'print("it worked until yesterday")',
      '{"message": "it worked until yesterday"}',
      '2026-01-01 12:00:00 it worked until yesterday',
      '    it worked until yesterday',
      '```\nit worked until yesterday\n```',
    ])
      expect(observed(line)).toEqual({});
  });

  it('joins a sentence over its lines and reads quotes and lists', () => {
    expect(observed('- The script worked for weeks\n  until yesterday')).toEqual({
      'observed.started': 'worked-before',
    });
    expect(observed('> It worked until yesterday.')).toEqual({ 'observed.started': 'worked-before' });
  });
});

describe('another network', () => {
  it.each([
    'From home the same token works.',
    'It works over the mobile hotspot.',
    'Outside the company network the call works.',
  ])('works: %s', (text) => {
    expect(observed(text)).toEqual({ 'observed.other-network': 'works' });
  });

  it.each([
    'It does not work from home either.',
    'Does it work from another network?',
    'It should work outside the company network.',
    'With the browser I approve on the phone and it works.',
    'I confirm the MFA prompt on my phone and the sign-in works.',
  ])('nothing in: %s', (text) => {
    expect(observed(text)).not.toHaveProperty('observed.other-network');
  });
});
