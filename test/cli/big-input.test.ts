import { readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkForReal as check, linesOf } from '../support/real-check.ts';
import { expiredCall, expiredToken, goodCall, harEntry, harText, logLine } from '../support/recording.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const token = expiredToken();
const refused = harEntry('GET', 'https://api.fabric.microsoft.com/v1/admin/items', 500, {
  body: '{"errorCode":"InternalError"}',
});

/** A recording of a session: 37 calls fail for one reason, one for another, thousands go well. */
const session = function* (): Generator<object> {
  for (let n = 0; n < 5000; n += 1) {
    if (n % 100 === 50 && n < 3700) yield expiredCall(n, token);
    else yield n === 4000 ? refused : goodCall(n);
  }
};

const har = [...harText(session())].join('');
const { at: file, write } = scratchFolder('big');
write('session.har', har);
write('windows.har', Buffer.from(`\ufeff${[...harText([refused])].join('')}`, 'utf16le'));
write('good.har', [...harText([goodCall(1), goodCall(2)])].join(''));
write('call.txt', 'HTTP/1.1 401 Unauthorized\n');

describe('a recording of 5,000 entries', () => {
  it('gives one report for the 37 calls that fail alike, and one for the other', async () => {
    const { code, out, err } = await check([file('session.har')]);
    expect(out.match(/^Failure \d of 2$/gm)).toHaveLength(2);
    expect(out).toContain('37 calls, same cause');
    expect(out).toContain('38 of 5,000 entries are failing calls, of 2 kinds.');
    expect([code, err]).toEqual([1, '']);
  });

  it('counts the calls in JSON', async () => {
    const { out } = await check([file('session.har'), '--format', 'json']);
    const report = JSON.parse(out);
    expect(report.diagnoses.map(({ calls }: { calls: number }) => calls)).toEqual([37, 1]);
    expect(report.streamed).toEqual({ entries: 5000, failures: 38, left: 0, isWhole: true });
  });

  it.each(['markdown', 'html'])('says in %s how many calls failed alike, and what was read in all', async (format) => {
    const { code, out } = await check([file('session.har'), '--format', format]);
    expect(out).toContain('37 calls, same cause');
    expect(out).toContain('38 of 5,000 entries are failing calls, of 2 kinds.');
    expect(code).toBe(1);
  });

  it.each(['markdown', 'html'])('says in %s that no call failed', async (format) => {
    const { code, out } = await check([file('good.har'), '--format', format]);
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing wrong found')]);
  });

  it('gives a line for every failing call as JSON lines, from a file and from stdin', async () => {
    const { code, out } = await check([file('session.har'), '--format', 'jsonl']);
    const lines = linesOf(out);
    expect(lines).toHaveLength(38);
    expect(new Set(lines.map(({ call }) => call)).size).toBe(38);
    expect(await check(['-', '--format', 'jsonl'], har)).toMatchObject({ code, out });
  });

  it('writes those lines to a file that only its owner may read', async () => {
    const { out, err } = await check([file('session.har'), '--format', 'jsonl', '--output', file('lines.jsonl')]);
    expect([out, err]).toEqual(['', `The report is in ${file('lines.jsonl').slice(0, 80)}.\n`]);
    expect(linesOf(await readFile(file('lines.jsonl'), 'utf8'))).toHaveLength(38);
    expect((await stat(file('lines.jsonl'))).mode & 0o777).toBe(0o600);
  });

  it('is not read when its report could not be written', async () => {
    const result = await check([file('session.har'), '--output', file('call.txt')]);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(/^OUTPUT_EXISTS/);
  });

  it('never shows the token of its calls', async () => {
    for (const format of ['text', 'markdown', 'html', 'json', 'jsonl']) {
      const { out } = await check([file('session.har'), '--format', format]);
      for (const part of token.split('.')) expect(out).not.toContain(part.slice(0, 20));
    }
  });
});

describe('secrets of a recording or a log', () => {
  const secret = `${'aB3'.repeat(2)}8Q~${'Zx+/=9kL'.repeat(4)}`;
  const form = { grant_type: 'client_credentials', client_id: 'x', client_secret: secret };
  const call = harEntry('POST', 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token', 401, {
    request: { Cookie: `ESTSAUTH=${secret}`, 'Proxy-Authorization': `Basic ${btoa(`user:${secret}`)}` },
    post: { mimeType: '', params: Object.entries(form).map(([name, value]) => ({ name, value })) },
    body: JSON.stringify({ error: 'invalid_client', error_description: `AADSTS7000215: Invalid secret ${secret}` }),
  });
  const line = {
    level: 50,
    time: 1,
    req: {
      method: 'POST',
      url: 'https://api.powerbi.com/v1.0/myorg/groups',
      headers: { authorization: `Bearer ${secret}` },
      body: form,
    },
    res: { statusCode: 403 },
    err: { message: `client_secret=${secret} is wrong` },
  };
  const inputs = { HAR: [...harText([call])].join(''), 'JSON lines': `${JSON.stringify(line)}\n`.repeat(2) };

  it.each(Object.entries(inputs))('of %s never leave the tool, in any format, not even encoded', async (_, input) => {
    for (const format of ['text', 'markdown', 'html', 'json', 'jsonl']) {
      const { out, err } = await check(['-', '--format', format], input);
      expect(out.length).toBeGreaterThan(100);
      for (const form of [secret, encodeURIComponent(secret), btoa(`user:${secret}`)]) {
        const runs = Array.from({ length: form.length - 12 }, (_, i) => form.slice(i, i + 12));
        expect(runs.filter((run) => (out + err).includes(run))).toEqual([]);
      }
    }
  });
});

describe('other big inputs', () => {
  it('JSON lines are grouped too', async () => {
    const { out } = await check(['-'], Array.from({ length: 20 }, (_, n) => logLine(n)).join(''));
    expect(out).toContain('20 calls, same cause');
  });

  it('are read in UTF-16 as well', async () => {
    const { code, out } = await check([file('windows.har')]);
    expect(out).toContain('GET https://api.fabric.microsoft.com/v1/admin/items -> 500');
    expect(code).toBe(3);
  });

  it('stand beside pastes', async () => {
    const { out } = await check([file('call.txt'), file('session.har')]);
    expect(out).toContain('Failure 1 of 3');
  });

  it('without a failing call have nothing wrong, where they are whole', async () => {
    expect(await check([file('good.har')])).toMatchObject({ code: 0, err: '' });
    const half = [...harText([goodCall(1)])].join('').slice(0, -20);
    const cut = await check(['-'], half);
    expect([cut.code, cut.err]).toEqual([
      3,
      'stdin: The end is missing: the text breaks off at entry 1. What stands before it was read.\n',
    ]);
  });

  it('may be larger than what is read of text', async () => {
    const block = Buffer.from(`${'x'.repeat(1023)}\n`.repeat(1024));
    const readStdin = (start: string) =>
      async function* (): AsyncGenerator<Uint8Array> {
        yield Buffer.from(start);
        for (let megabyte = 0; megabyte < 66; megabyte += 1) yield block;
        yield Buffer.from(`"}\n${logLine(1)}`);
      };
    const log = `${logLine(0)}${logLine(1)}`;
    const ofLog = await check(['-'], '', { readStdin: readStdin(log) });
    expect(ofLog.out).toContain('3 calls, same cause');
    const ofText = await check(['-'], '', { readStdin: readStdin('GET https://api.powerbi.com\n') });
    expect([ofText.code, ofText.err.split(':')[0]]).toEqual([2, 'INPUT_TOO_LARGE']);
  });
});
