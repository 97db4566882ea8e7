import { describe, expect, it } from 'vitest';
import { runDerivations } from './derivation.ts';
import { parseAnswer, toEvidence, valueOf } from './evidence.ts';
import { fillCommand, fillSlots, slotsIn } from './words.ts';

const told = { by: 'told' } as const;

describe('an answer given as text', () => {
  it.each([
    ['caller.kind', 'user', 'user'],
    ['caller.kind', 'robot', undefined],
    ['response.status', '403', 403],
    ['response.status', 'four', undefined],
    ['caller.guest', 'yes', true],
    ['caller.guest', 'false', false],
    ['caller.guest', 'perhaps', undefined],
    ['token.scp', 'Item.Read.All, Workspace.Read.All', ['Item.Read.All', 'Workspace.Read.All']],
    ['token.exp', '2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['token.exp', 'soon', undefined],
    ['token.scp', ' , ', undefined],
    ['entra.codes', '700016 50011', [700016, 50011]],
    ['entra.codes', '700016, AADSTS50011', undefined],
    ['entra.codes', '', undefined],
  ] as const)('%s=%s is %j', (path, text, value) => expect(parseAnswer(path, text)).toEqual(value));
});

describe('evidence', () => {
  it('takes null and the empty list as known to be absent, and leaves out what nothing is said of', () => {
    const evidence = toEvidence({ 'token.roles': null, 'token.scp': [], 'token.ver': '1.0' }, told);
    expect([...evidence].map(([path, { state }]) => [path, state])).toEqual([
      ['token.roles', 'absent'],
      ['token.scp', 'absent'],
      ['token.ver', 'known'],
    ]);
  });
});

describe('a derivation', () => {
  const fromToken = {
    from: ['token.idtyp'],
    gives: ['caller.kind'],
    derive: () => ({ 'caller.kind': 'service-principal' }) as const,
  } as const;

  it('adds what was unknown', () => {
    const evidence = toEvidence({ 'token.idtyp': 'app' }, told);
    expect(runDerivations(evidence, [fromToken], '')).toEqual([]);
    expect(valueOf(evidence, 'caller.kind')).toBe('service-principal');
  });

  it('overrules what was only told, and says so', () => {
    const evidence = toEvidence({ 'caller.kind': 'user' }, told);
    expect(runDerivations(evidence, [fromToken], '')).toEqual([
      { path: 'caller.kind', kept: 'service-principal', dropped: 'user' },
    ]);
    expect(valueOf(evidence, 'caller.kind')).toBe('service-principal');
  });

  it('leaves alone what an earlier one gave', () => {
    const evidence = toEvidence({ 'token.idtyp': 'app' }, told);
    const other = { ...fromToken, derive: () => ({ 'caller.kind': 'user' }) as const };
    expect(runDerivations(evidence, [fromToken, other], '')).toEqual([]);
    expect(valueOf(evidence, 'caller.kind')).toBe('service-principal');
  });

  it('leaves alone what was read', () => {
    const place = { paste: 0, line: 1, what: 'token' };
    const evidence = toEvidence({ 'caller.kind': 'user' }, { by: 'read', place });
    expect(runDerivations(evidence, [fromToken], '')).toEqual([]);
    expect(valueOf(evidence, 'caller.kind')).toBe('user');
  });
});

describe('a sentence', () => {
  const evidence = toEvidence({ 'caller.object-id': '11-22', 'token.scp': ['a', 'b'], 'caller.guest': true }, told);

  it('has its slots filled with what is known', () => {
    expect(fillSlots('{caller.object-id} has {token.scp}; guest: {caller.guest}', evidence)).toBe(
      '11-22 has a, b; guest: yes',
    );
  });

  it('keeps a readable gap for what is not', () => {
    expect(fillSlots('GET /groups/{call.workspace-id}', evidence)).toBe('GET /groups/<workspace id>');
  });

  it('keeps braces that are no slots, as URLs and JSON have them', () => {
    expect(fillSlots('{"identifier":"{caller.object-id}"} /groups/{groupId}', evidence)).toBe(
      '{"identifier":"11-22"} /groups/{groupId}',
    );
    expect(slotsIn('{a} {token.scp} {"x.y"}')).toEqual(['token.scp']);
  });

  it('takes into a command only what a shell reads as one word: pasted text never becomes a command', () => {
    const command = 'curl "https://x/{call.workspace-id}"';
    for (const evil of ['$(id)', '`id`', 'a"; rm -rf /', 'a\nb', "a'b", 'a|b', 'a&b', 'a b']) {
      expect(fillCommand(command, toEvidence({ 'call.workspace-id': evil }, told))).toBe(
        'curl "https://x/<workspace id>"',
      );
    }
    expect(fillCommand(command, toEvidence({ 'call.workspace-id': '34f4ff88-bc66' }, told))).toBe(
      'curl "https://x/34f4ff88-bc66"',
    );
  });

  it('takes a query into a command only where double quotes stand around all of it', () => {
    const filled = (command: string, url: string) => fillCommand(command, toEvidence({ 'request.url': url }, told));
    const url = 'https://x/items?jobType=RunNotebook&top=5';
    expect(filled('curl "{request.url}"', url)).toBe(`curl "${url}"`);
    expect(filled('curl {request.url}', url)).toBe('curl <URL of the call>');
    for (const evil of ['?$(id)', '?`id`', '?a"b', '?a;b', '?a%PATH%', '?a!b', '?a\nb', "?a'b"])
      expect(filled('curl "{request.url}"', `https://x/${evil}`)).toBe('curl "<URL of the call>"');
  });
});
