import { describe, expect, it } from 'vitest';
import { check } from '../support/check-run.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

describe('causes', () => {
  const folder = scratchFolder('causes');

  it('lists every cause under its gate, the gates in their order', async () => {
    const { code, out } = await check(['causes']);
    expect(code).toBe(0);
    expect(out).toMatch(/^reach\n[\s\S]*\nsign-in\n[\s\S]*\ntenant-setting\n[\s\S]*\nservice\n/);
    expect(out).toContain('  token-expired — The token has expired\n');
  });

  it('shows one in full, and names the nearest for an id that is none', async () => {
    const { out } = await check(['causes', 'show', 'token-expired']);
    expect(out).toMatch(/^The token has expired\n[\s\S]*Why\n[\s\S]*What shows it\n[\s\S]*How to fix it\n/);
    const { code, err } = await check(['causes', 'show', 'token-expird']);
    expect(code).toBe(2);
    expect(err).toMatch(/mean token-expired\?/);
  });

  it('names the codes that a sign looks for, where a report names the one that came', async () => {
    const { out } = await check(['causes', 'show', 'wrong-audience']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Entra ID refused the assertion (AADSTS240002, 500136 or 500137).');
  });

  it('checks a folder of rules: good ones end with 0, others with 2 and one line a problem', async () => {
    expect(await check(['causes', 'check', 'rules/token'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/all good/),
    });
    folder.write('my-cause.yaml', 'id: other\ntitle: x\n');
    const { code, out } = await check(['causes', 'check', folder.path]);
    expect(code).toBe(2);
    expect(out).toMatch(/RULE_BAD_VALUE .*my-cause\.yaml:1 id: must be the file name, my-cause\n/);
  });

  it('says what it takes, where it is given something else', async () => {
    for (const argv of [['show'], ['check'], ['check', folder.at('nope')], ['delete', 'x']]) {
      const { code, err, out } = await check(['causes', ...argv]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/\nTry: fabric-auth-doctor causes/);
    }
  });
});
