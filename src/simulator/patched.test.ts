import { describe, expect, it } from 'vitest';
import { collide, patched } from './patched.ts';
import { claimValue, secondsOf } from './time.ts';

describe('patched', () => {
  const world = { apps: { one: { secret: { ends: 'in 2 days' }, lists: ['graph'] } } };

  it('changes what lies at a path, and leaves the original alone', () => {
    const changed = patched(world, { 'apps.one.secret.ends': '1 day ago', 'apps.one.lists': [] });
    expect(changed).toEqual({ apps: { one: { secret: { ends: '1 day ago' }, lists: [] } } });
    expect(world.apps.one.secret.ends).toBe('in 2 days');
  });

  it('takes a name away for null, and adds one to a part that is there', () => {
    expect(patched(world, { 'apps.one.lists': null, 'apps.one.name': 'x' })).toEqual({
      apps: { one: { secret: { ends: 'in 2 days' }, name: 'x' } },
    });
  });

  it('refuses a path whose parts do not exist', () => {
    expect(() => patched(world, { 'apps.two.secret': 1 })).toThrow('There is no two to change.');
    expect(() => patched(world, { 'apps.one.secret.ends.at': 1 })).toThrow('ends has nothing below it.');
  });
});

describe('collide', () => {
  it('finds changes of the same place and of a place below another, and no others', () => {
    expect(collide({ 'a.b': 1 }, { 'a.b': 2 })).toBe(true);
    expect(collide({ 'a.b': 1 }, { 'a.b.c': 2 })).toBe(true);
    expect(collide({ 'a.b': 1 }, { 'a.bc': 2, 'a.d': 3 })).toBe(false);
  });
});

describe('times in words', () => {
  it('count from now', () => {
    expect([secondsOf('now', 1000), secondsOf('in 2 minutes', 1000), secondsOf('1 hour ago', 5000)]).toEqual([
      1000, 1120, 1400,
    ]);
    expect(() => secondsOf('soon', 0)).toThrow('soon is no time.');
  });

  it('are told from other values of claims', () => {
    expect([claimValue('3 hours ago', 20_000), claimValue('now and then', 5), claimValue(7, 5)]).toEqual([
      9200,
      'now and then',
      7,
    ]);
  });
});
