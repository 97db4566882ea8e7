/** A command that is told a secret. */
export interface TellingCommand {
  /** In lower case: a text without any of these does not hold it. */
  readonly marks: readonly string[];
  /** Its name with the words that make it one that takes a secret. */
  readonly command: RegExp;
  /** What stands right before the secret, in the words behind the name. */
  readonly before: RegExp;
}

/** Options with their secret behind a blank or a sign; `glued` ones may have it right behind the letter. */
const behind = (options: string, glued = false): RegExp =>
  new RegExp(`(?<=[\\s\`])(?:${options})(?:[ \\t=:]{1,10}|(?=${glued ? '\\S' : '["\']'}))`, 'g');

const named = (names: string, flags = 'g'): RegExp => new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])`, flags);

/** Options of one letter: most texts hold none. */
const P = [' -p', '\t-p', '\n-p'];

/**
 * Commands whose one-letter option or bare word is a secret. The letter alone says nothing: `-p` is a path or a port elsewhere.
 * @see https://learn.microsoft.com/cli/azure/reference-index#az-login
 * @see https://microsoft.github.io/fabric-cli/commands/auth/
 */
export const TELLING_COMMANDS: readonly TellingCommand[] = [
  {
    marks: P,
    command: named(
      '(?:az(?:\\.cmd|\\.exe)?|fab(?:\\.exe)?[ \\t]{1,10}auth)[ \\t]{1,10}login|useradd|usermod|beeline|conan[ \\t]{1,5}user',
    ),
    before: behind('-p'),
  },
  {
    marks: P,
    command: named(
      'sshpass|(?:docker|podman)[ \\t]{1,5}login|(?:mysql|mariadb)[a-z-]{0,12}|7za?|(?:un)?rar|mongo[a-z]{0,8}',
    ),
    before: /(?<=\s)-p(?=[^\s-])/g,
  },
  { marks: P, command: named('sshpass|mongo[a-z]{0,8}|psexec(?:64)?(?:\\.exe)?', 'gi'), before: behind('-p') },
  { marks: P, command: named('(?:sqlcmd|bcp|osql|isql)(?:\\.exe)?'), before: behind('-P', true) },
  { marks: [...P, ' -n'], command: named('(?:un)?zip|p4|ssh-keygen|ipmitool'), before: behind('-[PN]') },
  {
    marks: ['curl'],
    command: named('curl(?:\\.exe)?'),
    before:
      /(?<=[\s`])(?:--pass[ \t=]{1,10}|(?:--cert|-E)[ \t=]{1,10}["']?[^\s"':]{1,200}:(?![\\/])|-[A-Za-z]{1,8}u[ \t]{0,5}["']?[^\s"':]{1,200}:(?!\/\/))/g,
  },
  { marks: ['ldap'], command: named('ldap[a-z]{3,10}'), before: behind('-w', true) },
  { marks: ['redis-cli'], command: named('redis-cli(?:\\.exe)?'), before: behind('-a') },
  {
    marks: [' -a', ' --auth'],
    command: /(?<![\w/.:-])(?:https?|xhs?)(?=[ \t])/g,
    before: /(?<=\s)(?:-a|--auth)[ \t=]{1,10}["']?(?:[^\s"':]{1,200}:(?!\/\/))?/g,
  },
  {
    marks: ['smb', 'rpcclient', 'net rpc', 'net ads'],
    command: named('smb[a-z]{3,8}|rpcclient|net[ \\t]{1,5}(?:rpc|ads)'),
    before: /(?<=\s)(?:-U|--user)[ \t=]{0,10}["']?[^\s"'%]{1,200}%/g,
  },
  {
    marks: ['lftp', '/login:'],
    command: named('(?:lftp|tf|witadmin)(?:\\.exe)?'),
    before: /(?<=\s)(?:-u[ \t]{0,10}|\/login:)["']?[^\s"',]{1,200},/g,
  },
  {
    marks: ['sqlplus', 'expdp', 'impdp', 'sqlldr'],
    command: named('sqlplus|expdp|impdp|sqlldr'),
    before: /^(?:[ \t]{1,10}-\w{1,10}){0,5}[ \t]{1,10}["']?[\w.$#]{1,100}\/(?=[^\s/])/g,
  },
  {
    marks: ['use', '/user:'],
    command: named('net(?:\\.exe)?[ \\t]{1,10}use', 'gi'),
    before: /(?<=\s)["']?(?:\\\\[^\s"']{1,200}|\/user:["']?[^\s"']{1,200})["']?[ \t]{1,10}(?=[^\s/*])/gi,
  },
  {
    marks: ['net user', 'net.exe user', 'net1 user'],
    command: named('net1?(?:\\.exe)?[ \\t]{1,10}user', 'gi'),
    before:
      /^[ \t]{1,10}["']?[^\s"'/]{1,100}["']?[ \t]{1,10}(?=[^\s/*]{1,200}[ \t]{1,10}\/|[A-Za-z]{0,60}[\d!#$%&@^])/g,
  },
  {
    marks: ['cmdkey', 'schtasks', 'dtexec', 'dtutil', 'sqlpackage', 'signtool', 'certutil', 'certreq', 'mstsc'],
    command: named('(?:cmdkey|schtasks|dtexec|dtutil|sqlpackage|signtool|certutil|certreq|mstsc)(?:\\.exe)?', 'gi'),
    before: behind('[-/](?:[Pp]ass|PASS|[Rr][Pp]|[Dd][Ee]|[TtSs][Pp]|[Pp])'),
  },
  {
    marks: ['secret set'],
    command: named('gh[ \\t]{1,5}secret[ \\t]{1,5}set'),
    before: behind('--body|-b', true),
  },
  {
    marks: ['keyvault', 'put-parameter'],
    command: named('keyvault[ \\t]{1,5}secret[ \\t]{1,5}set|ssm[ \\t]{1,5}put-parameter'),
    before: behind('--value'),
  },
  {
    marks: ['secrets put', 'secrets.put'],
    command: named('secrets[. \\t]{1,5}put(?:-secret)?'),
    before:
      /(?<=[\s"',({])(?:--string-value[ \t=]{1,10}|string_value["']?[ \t]{0,5}[:=])|^(?:[ \t]{1,10}[^\s-]\S{0,200}){2}[ \t]{1,10}(?=[^\s-])/g,
  },
  {
    marks: ['--from-literal'],
    command: named('create[ \\t]{1,5}secret'),
    before: /(?<=\s)--from-literal[ \t=]{1,10}["']?[\w.-]{1,200}=/g,
  },
  { marks: ['credential create'], command: named('credential[ \\t]{1,5}create'), before: behind('-value') },
  { marks: ['pac auth'], command: named('pac(?:\\.exe)?[ \\t]{1,5}auth[ \\t]{1,5}create'), before: behind('-cs|-p') },
  { marks: ['openssl'], command: named('openssl(?:\\.exe)?'), before: behind('-k') },
  {
    marks: ['htpasswd'],
    command: named('htpasswd(?:\\.exe)?'),
    before:
      /^[ \t]{1,10}-\w{0,6}b\w{0,6}(?:[ \t]{1,10}-\w{1,10}){0,4}(?:[ \t]{1,10}[^\s-]\S{0,200}){1,2}[ \t]{1,10}(?=\S{1,200}$)/g,
  },
  {
    marks: ['nuget'],
    command: named('nuget(?:\\.exe)?[ \\t]{1,5}push', 'gi'),
    before: /\.s?nupkg["']?[ \t]{1,10}(?=[^\s-])|(?<=\s)-(?:k|ApiKey)[ \t]{1,10}/gi,
  },
  {
    marks: [' login', 'setapikey', 'authtoken', 'encrypt_string'],
    command: named('(?:cargo|vault)[ \\t]{1,5}login|setapikey|(?:add-)?authtoken|encrypt_string', 'gi'),
    before: /^[ \t]{1,10}(?=[^\s-]\S{0,80}\d)/g,
  },
  {
    marks: ['rabbitmqctl', 'samba-tool'],
    command: named(
      'rabbitmqctl[ \\t]{1,5}(?:add_user|change_password)|samba-tool[ \\t]{1,5}user[ \\t]{1,5}(?:create|add)',
    ),
    before: /^[ \t]{1,10}[^\s-]\S{0,100}[ \t]{1,10}(?=[^\s-])/g,
  },
  // .netrc, on one line and on three: https://everything.curl.dev/usingcurl/netrc.html
  {
    marks: ['login '],
    command:
      /(?<![\w-])(?:machine[ \t]{1,10}\S{1,200}|default)[ \t]{1,10}login(?=[ \t])|(?<=\n[ \t]{0,20}login[ \t]{1,10}\S{1,200}[ \t]{0,10}\n[ \t]{0,20})(?=password[ \t]{1,10}\S{1,200}[ \t]{0,10}(?:\n|$))/g,
    before: /(?:^|(?<=[ \t]))password[ \t]{1,10}/g,
  },
  // .pgpass: https://www.postgresql.org/docs/current/libpq-pgpass.html
  {
    marks: [':5432:'],
    command: /(?<=^|[\n"'])[\w.*-]{1,100}:5432(?=:)/g,
    before: /^:[^\s:]{1,80}:[^\s:]{1,80}:(?=[^\s"'])/g,
  },
  // Communities and passwords of SNMP: https://www.net-snmp.org/docs/man/snmpcmd.html
  {
    marks: ['snmp'],
    command: named('snmp(?:walk|bulkwalk|get|getnext|bulkget|set|table|trap|inform|test)'),
    before: behind('-[cAX]'),
  },
  {
    marks: ['snmp'],
    command: named('snmp-server|set[ \\t]{1,5}snmp'),
    before:
      /^[ \t]{1,10}(?:community[ \t]{1,10}(?!string)|host[ \t]{1,5}\S{1,80}[ \t]{1,5}(?:(?:traps|informs)[ \t]{1,5})?(?:version[ \t]{1,5}\S{1,3}[ \t]{1,5})?(?:(?:no)?auth[ \t]{1,5}|priv[ \t]{1,5})?(?=\S))|(?<=\b(?:auth[ \t]{1,5}(?:md5|sha)|priv[ \t]{1,5}(?:3?des|aes(?:[ \t]{1,5}\d{3})?))[ \t]{1,5})(?!\d{3}[ \t])(?=\S)/g,
  },
  { marks: ['rocommunity', 'rwcommunity'], command: named('r[ow]community6?'), before: /^[ \t]{1,10}(?=[^\s=:])/g },
  {
    marks: ['linkedsrvlogin'],
    command: named('sp_addlinkedsrvlogin', 'gi'),
    before: /,[ \t]{0,5}N?(?='[^'\n]{1,200}'[ \t]{0,5};?["}\]]{0,5}$)/g,
  },
];

/** What any of these commands has, and the others that are told a secret: most texts hold none of it. */
export const MAY_BE_TOLD =
  /[\s`](?:-(?:[pwaunkbe]|-(?:pass|cert|auth|body|value|string-|from-|with-)|[a-z]{1,8}u|value|cs)|\/(?:p|rp|de|tp|sp|user|login)[: ]|users? |use |set |add |login |put|rpc )|sqlplus|expdp|impdp|sqlldr|setx|config:set|secrets\.put|setapikey|authtoken|encrypt_string|rabbitmqctl|samba-tool|kinit|chpasswd|:5432:|linkedsrv|snmp|r[ow]community|\nlogin /i;
