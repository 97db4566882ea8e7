import { describe, expect, it } from 'vitest';
import { originOf } from './origin.ts';

const TAKE = "curl -s $URL | jq -r '.refresh_token'";
/** What is told of the value behind `Bearer`. */
const origin = (before: string, value: string): string | undefined => {
  const text = `${before}\ncurl -H "Authorization: Bearer ${value}" $API`;
  return originOf(text, value, text.lastIndexOf(value));
};

describe('a token that was kept in a file', () => {
  it.each([
    ['bash', `${TAKE} > refresh.txt`, '$(cat refresh.txt)'],
    ['a short read', `${TAKE} > ./t.txt`, '$(<t.txt)'],
    ['tee', `${TAKE} | tee /tmp/t`, '$(cat /tmp/t)'],
    ['a variable', `${TAKE} > t.txt\nT=$(cat t.txt)`, '$T'],
    ['echo', 'R=$(jq -r .refresh_token answer.json)\necho "$R" > t.txt', '$(cat t.txt)'],
    ['echo of what was set before', 'echo $REFRESH_TOKEN > t.txt', '$(cat t.txt)'],
    ['PowerShell', '$r.refresh_token | Out-File t.txt\n$t = Get-Content .\\t.txt -Raw', '$t'],
    ['Set-Content', 'Set-Content -Path t.txt -Value $r.refresh_token\n$t = (Get-Content t.txt).Trim()', '$t'],
    ['Node', 'fs.writeFileSync("t.txt", r.refresh_token);\nconst t = fs.readFileSync("t.txt", "utf8");', '{t}'],
    ['.NET', 'File.WriteAllText("t.txt", r.refresh_token);\nvar t = File.ReadAllText("t.txt");', '{t}'],
    ['pathlib', 'Path("t.txt").write_text(r["refresh_token"])\nt = Path("t.txt").read_text()', '{t}'],
    [
      'open',
      'with open("t.txt", "w") as f:\n    f.write(r["refresh_token"])\nwith open("t.txt") as f:\n    t = f.read()',
      '{t}',
    ],
  ])('is told by what was put there: %s', (_, before, value) => {
    expect(origin(before, value)).toMatch(/^refresh_token$|^REFRESH_TOKEN$/);
  });

  it.each([
    ['nobody shows what was put there', 'ls', '$(cat refresh.txt)'],
    ['another file', `${TAKE} > other.txt`, '$(cat t.txt)'],
    ['a file whose name goes on', `${TAKE} > t.txt.bak`, '$(cat t.txt)'],
    ['a file in another folder', `${TAKE} > old/t.txt`, '$(cat t.txt)'],
    ['another text that came last', `${TAKE} > t.txt\naz account get-access-token -o tsv > t.txt`, '$(cat t.txt)'],
    ['what is said of errors', `${TAKE} 2> t.txt`, '$(cat t.txt)'],
  ])('is not told of %s', (_, before, value) => expect(origin(before, value)).toBeUndefined());

  it('is told of the token that came last', () => {
    expect(origin(`${TAKE} > t.txt\n${TAKE.replace('refresh', 'access')} > t.txt`, '$(cat t.txt)')).toBe(
      'access_token',
    );
  });
});
