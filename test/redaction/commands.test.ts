import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redact/redact.ts';

/** Passwords as people make them up: with signs and without, one that a program made. */
const PASSWORDS = [`Qx${'!'}r7Tw${'z9Lm'}`, ['sunny', 'beach', 'house'].join(''), ['k3Jd8', 'sQ2mZ', 'p0Vx7'].join('')];

/** Commands that are told a secret by a letter, by the place of a word or beside a name; `@@` is the secret. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'Windows and shares': [
    'net use \\\\server\\share @@ /user:x',
    'net use Z: \\\\server\\share @@ /user:dom\\joe /persistent:yes',
    'net use Z: \\\\server\\share /user:dom\\joe @@',
    'cmd /c "net use x: \\\\server\\share @@ /user:joe"',
    'net user joe @@ /add',
    'cmdkey /add:server /user:joe /pass:@@',
    'cmdkey /generic:TERMSRV/host /user:joe /pass:"@@"',
    'schtasks /create /tn x /ru dom\\joe /rp @@',
    'psexec64.exe \\\\host -u dom\\joe -p @@ cmd',
    'winrs -r:host -u:joe -p:@@ dir',
    "xfreerdp /u:joe /p:'@@' /v:host",
    'signtool.exe sign /fd SHA256 /f c.pfx /p "@@" x.exe',
    'certutil -f -p "@@" -importPFX c.pfx',
    'dtexec /f x.dtsx /de @@',
    'SqlPackage.exe /a:Publish /tu:joe /tp:@@',
    'plink -ssh joe@host -pw @@',
    'setx CLIENT_SECRET @@',
    'setx MY_SECRET "@@" /M',
  ],
  'Files of names': [
    'machine git.example login joe password @@',
    'default login joe password @@',
    'machine git.example\nlogin joe\npassword @@\n',
    'machine git.example\n  login joe\n  password @@',
  ],
  PowerShell: [
    'Invoke-RestMethod -Uri https://host.example -Credential joe:@@',
    '$secure = ConvertTo-SecureString -AsPlainText "@@" -Force',
    "$secure = ConvertTo-SecureString -Force -AsPlainText -String '@@'",
    '$s = ConvertTo-SecureString @@ -AsPlainText -Force',
    '$s = ConvertTo-SecureString -String @@ -AsPlainText -Force',
    '$s = ConvertTo-SecureString -AsPlainText -Force @@',
    '$c = New-Object System.Net.NetworkCredential "app", "@@"',
    '$wc.Credentials = New-Object Net.NetworkCredential -ArgumentList "app", "@@"',
    '$env:PBI_PASS = "@@"',
  ],
  Databases: [
    'mysql -u root -p@@ db',
    "mysqldump -uroot -p'@@' -h host",
    'sqlcmd -S server -U joe -P@@',
    'osql -U joe -P @@',
    'sqlplus joe/@@@host:1521/svc',
    'mongosh -u joe -p @@ --authenticationDatabase admin',
    'redis-cli -h host -a @@ ping',
    'snowsql -a account -u joe -p @@',
    'db.example:5432:sales:joe:@@',
    "EXEC sp_addlinkedsrvlogin 'SALES', 'false', NULL, 'joe', '@@';",
    "EXEC master.dbo.sp_addlinkedsrvlogin N'SALES', N'false', NULL, N'joe', N'@@'",
    "CREATE USER joe IDENTIFIED BY '@@'",
    'CREATE USER joe IDENTIFIED BY @@',
    "ALTER ROLE joe PASSWORD '@@'",
    "EXEC sp_addlogin 'joe', '@@'",
    'libname x oledb user=joe pw=@@;',
    'spark.conf.set("fs.azure.account.oauth2.client.secret.x.dfs.core.windows.net", "@@")',
    "spark.conf.set(f'fs.azure.account.key.{account}.dfs.core.windows.net', '@@')",
    'spark.hadoop.fs.azure.account.key.x.dfs.core.windows.net @@',
    "mssparkutils.credentials.putSecret('vault', 'name', '@@')",
    'dbutils.secrets.put(scope="s", key="k", string_value="@@")',
  ],
  'Unix and the net': [
    'htpasswd -b file user @@',
    'htpasswd -nb user @@',
    'sshpass -p @@ ssh joe@host',
    "sshpass -p'@@' ssh joe@host",
    'smbclient //server/share -U joe%@@',
    'mount -t cifs //server/share /mnt -o user=joe,pass=@@',
    'ldapsearch -x -D cn=admin -w @@ -b dc=x',
    'ldapsearch -x -D "cn=admin" -w@@',
    'curl -sujoe:@@ https://host.example',
    'http -a joe:@@ https://host.example',
    'lftp -u joe,@@ ftp://host',
    'keytool -list -keystore k.jks -storepass @@',
    'openssl pkcs12 -in x.pfx -passin pass:@@ -out y.pem',
    '7z x x.7z -p@@',
    'unzip -P @@ x.zip',
    'ansible-playbook -e "ansible_ssh_pass=@@" x.yml',
    'tool login \\\n  -u joe \\\n  -p @@ \\\n  host',
  ],
  'the cloud': [
    'docker login -u joe -p @@ reg.azurecr.io',
    'docker login reg -u joe -p@@',
    'helm registry login -u joe -p @@ reg',
    'echo @@ | docker login -u joe --password-stdin reg',
    "printf '%s' '@@' | docker login --password-stdin reg",
    'gh auth login --with-token <<< @@',
    'gh secret set NAME --body @@',
    'gh secret set NAME -b"@@"',
    'az acr login -n reg -u joe -p @@',
    'az keyvault secret set --vault-name v --name n --value @@',
    'aws configure set aws_secret_access_key @@',
    'aws ssm put-parameter --name /x/y --value @@ --type SecureString',
    'kubectl create secret generic x --from-literal=key1=@@',
    'dotnet user-secrets set "Fabric:Key" "@@"',
    'pulumi config set azure-native:clientSecret @@ --secret',
    'npm config set //packages.example/npm/:_authToken @@',
    'dotnet nuget push x.nupkg -k @@ -s https://host.example',
    'databricks secrets put-secret scope key --string-value @@',
    'pac auth create -id x -cs @@ -t t',
    'tabcmd login -s https://host.example -u joe -p @@',
  ],
};

const lines = Object.entries(TOLD).flatMap(([of, commands]) => commands.map((command) => ({ of, command })));

describe('a secret that a command is told', () => {
  it.each(lines)('of $of is sealed: $command', ({ command }) => {
    for (const password of PASSWORDS) {
      const { text } = redact(command.replace('@@', password));
      expect(text).not.toContain(password);
      expect(redact(text).text).toBe(text);
    }
  });

  it.each(lines)('of $of is sealed inside JSON: $command', ({ command }) => {
    for (const password of PASSWORDS) {
      const { text } = redact(JSON.stringify({ run: command.replace('@@', password) }));
      expect(text).not.toContain(password);
    }
  });

  it('is sealed where it stands alone before a host', () => {
    const token = ['k3Jd8', 'sQ2mZ', 'p0Vx7', 'Yt5B'].join('');
    expect(redact(`git clone https://${token}@dev.azure.com/contoso/_git/x`).text).not.toContain(token);
  });
});
