import { describe, expect, it } from 'vitest';
import { observedIn } from './observed-phrases.ts';
import { sentencesIn } from './prose.ts';

const started = (text: string) => observedIn(sentencesIn(text))['observed.started'];

describe('it worked before', () => {
  it.each([
    'It worked until yesterday.',
    'It worked fine until this morning, nothing has changed.',
    'Our nightly job has worked for months, since this morning it fails:',
    'The pipeline ran without any problems for two years and now it gets 401.',
    'The script has been running fine for over a year now.',
    'This was working last week, now I only get 403.',
    'Yesterday it still worked.',
    'The flow stopped working this morning',
    'The report export has stopped working.',
    'My notebook stopped working on Monday.',
    'Since yesterday all our calls get 401.',
    'We get 403 on every call since last night.',
    'Suddenly the same call is refused.',
    'From one day to the next the pipeline fails.',
    'The integration no longer works.',
    'The script does not work anymore, we changed nothing.',
    'The job was green every night.',
    'Bis gestern lief das Skript.',
    'Das Skript lief monatelang ohne Probleme.',
    'Seit heute Morgen bekomme ich 401.',
    'Ça marchait jusqu’à hier.',
    'Depuis ce matin le script ne fonctionne plus.',
    'El script funcionaba hasta ayer.',
    'Funcionava até ontem.',
  ])('%s', (text) => {
    expect(started(text)).toBe('worked-before');
  });

  it.each([
    'It never worked.',
    'It has not worked for months.',
    "It didn't work until yesterday.",
    'Did it work until yesterday?',
    'It should have worked for months.',
    'If it worked until yesterday, something was changed.',
    'It worked until yesterday, when we rotated the secret.',
    'It worked for months with the old app.',
    "A colleague's script worked until yesterday.",
    'For somebody else it worked until last week.',
    'It has worked for months and still works for the other datasets.',
    'I have been trying since yesterday and always get 401.',
    'Since yesterday I try to call the API and get 401.',
    'It has worked for months with my account, now we want to use an app.',
    '"It worked until yesterday" is what the customer says.',
    'Our customer says that it worked until yesterday.',
    'The docs said that it worked until last month.',
    'The token works for an hour.',
    'We moved the workspace, it worked until last week.',
    'Es lief nie bis gestern.',
    'Bis gestern lief es, dann haben wir das Secret geändert.',
    'Depuis hier j’essaie et j’ai une erreur 401.',
  ])('nothing in: %s', (text) => {
    expect(started(text)).toBeUndefined();
  });

  it('takes nothing where something else is said as well', () => {
    expect(started('It worked until yesterday. Now each run fails after about an hour.')).toBeUndefined();
  });
});
