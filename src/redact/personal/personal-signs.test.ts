import { describe, expect, it } from 'vitest';
import { maskerOf } from './mask.ts';

const masked = (text: string): string => maskerOf({ personal: true, ids: false }).mask(text);

describe('what says who somebody is is masked', () => {
  it.each([
    ['mail in a URL', 'https://x/users/ada%40contoso.com/a', 'https://x/users/mail-1/a'],
    ['mail in HTML', 'by ada&#64;contoso.com.', 'by mail-1.'],
    ['mail in JSON', '{"m":"ada\\u0040contoso.com"}', '{"m":"mail-1"}'],
    ['mail with signs', "to o'neil.a+b_c%d-e@mail.contoso.co.uk now", 'to mail-1 now'],
    ['guest in a URL', 'ada_x.org%23EXT%23@contoso.onmicrosoft.com', 'mail-1%23EXT%23@contoso.onmicrosoft.com'],
    ['mail of other letters', 'jürgen@bücher.de', 'mail-1'],
    ['login hint', 'https://x?login_hint=ada.lovelace&b=1', 'https://x?login_hint=person-1&b=1'],
    ['name in a form', 'a=1&username%3Dada.lovelace&b=2', 'a=1&username%3Dperson-1&b=2'],
    ['name in Ruby', '{:user_name => "Ada Lovelace"}', '{:user_name => "person-1"}'],
    ['name in JSON in JSON', '{\\"nickname\\":\\"Ada L\\"}', '{\\"nickname\\":\\"person-1\\"}'],
    ['name in YAML', 'first-name: x\nfirst_name: Ada', 'first-name: x\nfirst_name: person-1'],
    ['name in single quotes', "{'surname': 'Lovelace'}", "{'surname': 'person-1'}"],
    ['name with an id in it', 'username: ada8f49a868-987f-4716-80fd-600edd835410', 'username: person-1'],
    ['name like an address', 'username: 10.1.2.ada', 'username: person-1'],
    ['mail like a pseudonym', 'mail-1x@contoso.com, amail-1@contoso.com', 'mail-1, mail-2'],
    ['address by its name', 'userPrincipalName = ada', 'userPrincipalName = person-1'],
    ['home of Windows', 'C:\\Users\\ada.l\\x', 'C:\\Users\\person-1\\x'],
    ['home of Windows in JSON', '"D:\\\\Users\\\\ada.l\\\\x"', '"D:\\\\Users\\\\person-1\\\\x"'],
    ['home of Windows with strokes', 'c:/Users/ada/x', 'c:/Users/person-1/x'],
    ['home of macOS', 'cd /Users/ada', 'cd /Users/person-1'],
    ['home of Linux', 'File "/home/ada/x.py"', 'File "/home/person-1/x.py"'],
    ['prompt', 'x\nada@laptop-7:~$ ls', 'x\nperson-1@laptop-7:~$ ls'],
    ['prompt at a path', 'ada.l@host:/srv$ ls', 'person-1@host:/srv$ ls'],
    ['sender', 'From: Ada Lovelace <x>', 'From: person-1 <x>'],
    ['sender in quotes', '> Von: "Lovelace, Ada" <x>', '> Von: "person-1" <x>'],
    ['receiver', 'x\nReply-To:\tÄda L. <x>', 'x\nReply-To:\tperson-1 <x>'],
    ['speaker of a chat', '[10:14] Ada Lovelace: hello', '[10:14] person-1: hello'],
    ['speaker with a team', '[10:14:20 AM] Ada King Lovelace (Sales): hi', '[10:14:20 AM] person-1 (Sales): hi'],
    ['user in an error', "Login failed for user 'ada.l'.", "Login failed for user 'person-1'."],
    ['user account in an error', "User account 'ada.l' does not", "User account 'person-1' does not"],
    ['user with a name and more', "for user name  'Ada (Sales)' it", "for user name  'person-1' it"],
    ['login in an error', "login 'ada.l'", "login 'person-1'"],
    ['account in an error', "the account 'ada.l' is", "the account 'person-1' is"],
    ['address of a network', 'to 8.8.8.8, then', 'to ip-1, then'],
    ['address with a port', 'at 20.190.160.1:443', 'at ip-1:443'],
    ['end of a sentence', 'from 8.8.4.4.', 'from ip-1.'],
    ['IPv6 in short', 'from 2001:db8::1 port', 'from ip-1 port'],
    ['IPv6 in full', '[2603:1020:201:10:0:0:0:10f]', '[ip-1]'],
    ['IPv6 in capitals', 'from FE80::1C2D port', 'from ip-1 port'],
    ['IPv6 of its own network', 'from fd12:3456::9 port', 'from ip-1 port'],
    ['phone by its name', '{"mobilePhone":"0170 1234567"}', '{"mobilePhone":"phone-1"}'],
    ['phone without quotes', 'telephoneNumber: 030-901820', 'telephoneNumber: phone-1'],
    ['phone by its form', 'call +49 (30) 901820 today', 'call phone-1 today'],
    ['phone with dots', 'call +1.425.555.0100', 'call phone-1'],
  ])('%s', (_, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    ['10.1.2.3', 'private-ip-1'],
    ['192.168.7.8', 'private-ip-1'],
    ['172.16.1.1', 'private-ip-1'],
    ['172.31.255.1', 'private-ip-1'],
    ['172.32.1.1', 'ip-1'],
    ['100.64.3.2', 'private-ip-1'],
    ['100.127.3.2', 'private-ip-1'],
    ['100.128.3.2', 'ip-1'],
    ['169.254.3.2', 'private-ip-1'],
    ['8.10.1.2', 'ip-1'],
  ])('says whether an address is of a private network: %s', (address, expected) => {
    expect(masked(`to ${address} it`)).toBe(`to ${expected} it`);
  });

  it('names a person of an address by mail', () => {
    expect(masked('{"upn":"ada@localhost","name":"x"}')).toBe('{"upn":"mail-1","name":"x"}');
  });
});

describe('a full name', () => {
  const NAME = 'Ada King-Lovelace';

  it.each([
    ['in the claims of a token', `{"oid":"1","name":"${NAME}"}`, '{"oid":"1","name":"person-1"}'],
    [
      'of an answer',
      `{"displayName": "${NAME} (Sales)", "userPrincipalName": null}`,
      '{"displayName": "person-1 (Sales)", "userPrincipalName": null}',
    ],
    ['before its family', `{"tid":"1","name":"Lovelace, Ada"}`, '{"tid":"1","name":"person-1"}'],
    ['in a table', `oid\t1\nname\t${NAME}`, 'oid\t1\nname\tperson-1'],
    ['of four words', `{"oid":"1","name" : "Ada B. C. King"}`, '{"oid":"1","name" : "person-1"}'],
    ['of four words in a table', 'oid: 1\nname  Ada B. C. King  \nx', 'oid: 1\nname  person-1  \nx'],
    ['at the start of a table', `name  ${NAME}\nupn: null`, 'name  person-1\nupn: null'],
  ])('is masked among what is said of somebody: %s', (_, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    ['of a thing', `{"name":"${NAME}"}`],
    ['of a thing in a table', `name  ${NAME}`],
    ['of a header', '{"oid":"1","name":"Content-Type"}'],
    ['of a thing with more in its line', `oid: 1\nname ${NAME} is\nname Ada King: 1`],
    ['of a property that ends so', `{"oid":"1","file-name":"${NAME}","xname":"${NAME}"}`],
    ['of one word', '{"oid":"1","name":"Sales"}'],
    ['in small letters', '{"oid":"1","name":"the report"}'],
    [
      'far from what is said of somebody',
      `{"oid":"1"}${' '.repeat(2600)}{"name":"${NAME}"}${' '.repeat(2600)}{"oid":"1"}`,
    ],
  ])('stays: %s', (_, text) => {
    expect(masked(text)).toBe(text);
  });
});

describe('what says nothing of anybody stays', () => {
  it.each([
    'user name: admin, userName: "default user", username=$USER, username: <name>',
    `username: ${'$'}{USER}, upn: {{upn}}, upn: %UPN%, upn: ***, upn: xxxx, upn: ..., nickname: -1`,
    '{"user_id":"8f49a868-987f-4716-80fd-600edd835410"}',
    '{"user_id":"12345"}',
    '/home/vsts/work C:\\Users\\runneradmin\\x /home/runner /home/<you>/x',
    '/apihome/ada/x and x/home/ada',
    'runner@host:~$ ls',
    "User 'null' and user '{0}'; account '8f49a868-987f-4716-80fd-600edd835410'",
    'From: nobody here\nTo: the team <x>',
    '[WARN] Retry: later',
    '[10:14] retrying Again: x',
    '127.0.0.1 0.0.0.0 255.255.255.0 169.254.169.254 168.63.129.16',
    'at 300.1.2.3 and 1.2.3 and 1.2.3.4.5 and v1.2.3.4 and 1.2.3.4-beta and x/1.2.3.4',
    'version: "5.6.7.8" Version=5.6.7.8',
    'at 2026:10:20 and f000:1:2:3 and 10:2001:db8::1 and 2001:db8::1:zz',
    'mail-1@contoso.onmicrosoft.com and mail-12@x.example',
    'username="A", ada@host: x, ada@host:x',
    'build 120.1.0.0 and 10.256.1.2, 10.1.2.256 and ff02::1 and fe8::1',
    'version 5.6.7.8, version = "5.6.7.8", see x/5.6.7.8 and 1.2.3.4.x',
    'phone: none, phone: 12, mobile',
    'a +12 b, 1+49 30 901820, +1 2 3',
    'npm i @azure/msal-node@2.1.0 and user@host and a@b.c',
    'abfss://workspace@onelake.dfs.fabric.microsoft.com/x',
    'user@example.com and name@contoso.com',
  ])('%s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

it.each([
  ['C:\\Users\\Ada Lovelace\\repo\\app.py', 'C:\\Users\\person-1\\repo\\app.py'],
  ['open C:\\Users\\ada and read it', 'open C:\\Users\\person-1 and read it'],
  ['/home/ada Then C:\\x', '/home/person-1 Then C:\\x'],
  ['{\\"oid\\":\\"1\\",\\"name\\":\\"Ada King\\"}', '{\\"oid\\":\\"1\\",\\"name\\":\\"person-1\\"}'],
])('the whole name is masked, and no word behind it: %s', (text, expected) => {
  expect(masked(text)).toBe(expected);
});
