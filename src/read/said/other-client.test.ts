import { describe, expect, it } from 'vitest';
import { textFacts } from '../observe/observe-text.ts';

const read = (text: string) => textFacts(text);

describe('the call works in another tool', () => {
  it.each([
    'The request works fine in the Try It, but not from the notebook.',
    'In Postman it works, my C# code gets 401.',
    'My Python script gets 401. In Postman it works.',
    'In Postman everything is fine, only the notebook gets 403.',
    'Works in Postman, 401 from code.',
    'Postman works fine, the same request in Python gives 401',
    'From curl everything works but from C# HttpClient not.',
    'In Postman klappt es, im Code nicht.',
    'It works in Postman.\n\nTraceback (most recent call last):\n  File "run.py", line 3, in <module>',
  ])('%s', (text) => {
    expect(read(text)['observed.other-client']).toBe('works');
  });

  it.each([
    'In Postman it works.',
    'It does not work in Postman, nor in my script.',
    'Does it work in Postman, or only in code?',
    'In Postman it should work, my script gets 401.',
    'I got the token in Postman and it works, the script gets 401.',
    'In Postman it works with my own account, the script gets 401.',
    'In Postman it works, where I am signed in as myself. The script gets 401.',
    'In Postman it works with another token, the script gets 401.',
    'In the Try It it works, the app gets 401.',
    'In the browser it works, my script gets 401.',
  ])('nothing in: %s', (text) => {
    expect(read(text)).not.toHaveProperty('observed.other-client');
  });

  it('takes the page of an operation for a call with an account of one’s own', () => {
    const said = read('With "Try it" on the docs page it works, my service principal gets 401.');
    expect(said['observed.same-call-as-user']).toBe('works');
  });

  it('takes nothing for that from a page that is only hoped to work', () => {
    const said = read('With "Try it" it should work, my service principal gets 401.');
    expect(said).not.toHaveProperty('observed.same-call-as-user');
  });
});
