import type { SecretField } from '../../model/secret.ts';
import { findAll } from '../text/finder.ts';
import { type Found, foundAs } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { readValue } from '../text/read-value.ts';
import { findCookies } from './find-cookies.ts';
import { findNamed } from './find-named.ts';

const USER =
  /(?<![\w-])(?:-u|-U|--user|--proxy-user|-Credential)[ \t=]{0,10}["']?(?!\d{1,7}:\d)[^\s"':]{1,200}:(?!\/\/)/g;
const USER_IN_URL = /:\/\/[^\s/@:"']{1,100}:(?=[^\s/@"']{1,200}@)/g;
/** A token alone in front of a host: `git clone https://...@dev.azure.com/contoso`. */
const TOKEN_IN_URL = /:\/\/(?=[^\s/@:"'`<>{}]{16,300}@)/g;
/** Its text in quotes, or bare where an option tells that it is given in clear. */
const SECURE_STRING =
  /ConvertTo-SecureString(?:[ \t]{1,10}-(?:String|AsPlainText|Force)){0,3}[ \t]{1,10}(?:(?=["'$])|(?=[^\s"'$(-]\S{0,300}[ \t]{1,10}-(?:AsPlainText|Force))|(?<=-AsPlainText[^\n]{1,40})(?=[^\s"'$(-]))/gi;
/** A class of .NET without brackets: `New-Object System.Net.NetworkCredential "user", "password"`. */
const NEW_OBJECT =
  /(?:Network|PS)Credential(?:[ \t]{1,5}-ArgumentList)?[ \t]{1,5}["'][^"'\n]{0,200}["'][ \t]{0,5},[ \t]{0,5}(?=["'])/gi;
/** Of SQL: `PASSWORD 'x'`, `IDENTIFIED BY x`, `sp_addlogin 'joe', 'x'`. */
const IN_SQL =
  /\b[Pp](?:ASSWORD|assword)[ \t]{1,5}(?=')|\bIDENTIFIED[ \t]{1,5}(?:WITH[ \t]{1,5}\S{1,60}[ \t]{1,5})?BY[ \t]{1,5}(?=\S)|\bsp_addlogin[ \t]{1,5}N?'[^'\n]{1,100}'[ \t]{0,5},[ \t]{0,5}N?(?=')/g;
/** Words for passwords and secrets of apps in other languages. */
const OTHER_WORDS =
  `Passwort|Kennwort|wachtwoord|mot de passe|contraseña|contrasenya|senha|palavra-passe|parola|пароль|has[lł]o|şifre|heslo|
  lösenord|salasana|adgangskode|passord|jelszó|κωδικός(?: πρόσβασης)?|mật khẩu|รหัสผ่าน|كلمة المرور|סיסמה|비밀번호|パスワード|暗証番号|密[码碼]|
  geheimnis|Clientschlüssel|clé secrète|secret client|secreto(?: de cliente)?|segreto(?: client)?|chave secreta|секрет(?: клиента)?|シークレット|
  [机機]密|비밀`.replace(/\n {1,8}/g, '');
/** In sentences and in other languages, where what follows looks like a password: `Kennwort: ...`, `my password is ...`. */
const IN_WORDS = new RegExp(
  `(?:\\bpassword(?= (?:is|was)\\b)|${OTHER_WORDS})[ \\t]{0,3}(?:[:=：]|is|was|ist|lautet|est|es|é)[ \\t]{0,3}(?=[^\\s\\d!#$%&*]{0,60}[\\d!#$%&*]\\S)(?=[^\\sA-Za-z]{0,60}[A-Za-z])(?=\\S{6})`,
  'gi',
);
/** How Spark is told the keys of a storage: https://learn.microsoft.com/azure/databricks/connect/storage/azure-storage */
const OF_SPARK =
  /\bfs\.azure\.(?:account\.(?:oauth2\.client\.secret|key)|sas)(?:\.[\w<>{}$-]{1,80}){0,8}(?:\\{0,3}["'][ \t]{0,5}[,:=)][ \t,=]{0,5}(?=[a-zA-Z$@]?\\{0,3}["'])|[ \t=:]{1,5}(?=[^\s"'=:]))/g;

/** Commands that a build prints to tell its runner of a secret: `::add-mask::...`, `##vso[task.setvariable ...;issecret=true]...`. */
const TOLD_RUNNER =
  /::add-mask::|##vso\[task\.setvariable[^\]\n]{1,200}issecret=true[^\]\n]{0,100}\]|##vso\[task\.setsecret\]/gi;
/** `auth=("user", "password")` of Python. */
const USER_PAIR = /\bauth\s{0,3}=\s{0,3}(?:HTTPBasicAuth)?\(\s{0,20}["'][^"'\n]{1,200}["'],\s{0,20}(?=["'])/g;

const findAfter = (pattern: RegExp, text: string, end: (start: number) => number): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap(({ index, 0: head }): Found[] => {
    const start = index + head.length;
    const value = text.slice(start, end(start));
    return value === '' ? [] : [{ start, end: start + value.length, field: 'password', value }];
  });

const endAt = (text: string, stop: RegExp, start: number): number => {
  const tail = text.slice(start, start + 4000);
  const at = tail.search(stop);
  return start + (at < 0 ? tail.length : at);
};

const readBehind = (pattern: RegExp, text: string, field: SecretField): readonly Found[] =>
  [...text.matchAll(pattern)]
    .map(({ index, 0: head }): Found => foundAs(field, readValue(text, index + head.length)))
    .filter(({ value }) => value !== '');

const upTo =
  (pattern: RegExp, stop: RegExp) =>
  (text: string): readonly Found[] =>
    findAfter(pattern, text, (start) => endAt(text, stop, start));

const behind =
  (pattern: RegExp, field: SecretField) =>
  (text: string): readonly Found[] =>
    readBehind(pattern, text, field);

/** Every secret that stands behind a name or in a fixed place of a command or URL. */
export const findAssignments = findAll([
  { marks: [], find: findNamed },
  {
    marks: ['cookie', ' -b ', 'estsa', 'fedauth', 'rtfa', '.aspnet', 'sessi', 'connect.sid', 'true\t'],
    find: findCookies,
  },
  { marks: ['-u', '-credential'], find: upTo(USER, /[\s"']/) },
  { marks: ['@'], find: upTo(USER_IN_URL, /@/) },
  { marks: ['@'], find: (text) => upTo(TOKEN_IN_URL, /@/)(text).filter(({ value }) => looksRandom(value, 16)) },
  { marks: ['securestring'], find: behind(SECURE_STRING, 'password') },
  { marks: ['::add-mask', '##vso['], find: behind(TOLD_RUNNER, 'key') },
  { marks: ['auth'], find: behind(USER_PAIR, 'password') },
  { marks: ['kcredential', 'pscred'], find: behind(NEW_OBJECT, 'password') },
  { marks: ["word '", 'ied by', 'sp_addl'], find: behind(IN_SQL, 'password') },
  {
    marks: [
      ...[
        'word',
        'wort',
        'wacht',
        'passe',
        'contras',
        'senha',
        'parola',
        'geheim',
        'clientsch',
        'secr',
        'segreto',
        'passord',
      ],
      ...['пароль', 'секрет', 'has', 'ifre', 'heslo', 'senord', 'salasana', 'adgangskode', 'jelsz', 'κωδικ', 'khẩu'],
      ...['パス', '暗証', 'シーク', '密', '비밀', 'รหัส', 'كلمة', 'סיסמה'],
    ],
    find: behind(IN_WORDS, 'password'),
  },
  { marks: ['fs.az'], find: behind(OF_SPARK, 'key') },
]);
