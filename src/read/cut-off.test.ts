import { describe, expect, it } from 'vitest';
import { readCases } from '../../tools/cases/read-case.ts';
import type { Request } from '../model/incident.ts';
import { readPastes } from './read.ts';

const requestsIn = (text: string): readonly Request[] =>
  readPastes([{ text }]).incidents.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'request' ? [piece] : [])),
  );

const hasBearer = ({ bearer }: Request): boolean => bearer !== undefined;
const saysMissing = ({ complete, bearer, authorization, url = '' }: Request): boolean =>
  (authorization === 'missing' || (complete && bearer === undefined)) && !url.includes('login.');

/** Every format with a case of its own whose request was read whole, with its token. */
const whole = readCases('fixtures').flatMap(({ file, pastes }) => {
  const text = pastes.map((paste) => paste.text).join('\n\n');
  const requests = file.includes('/from-') ? requestsIn(text) : [];
  return requests.some((request) => request.complete && hasBearer(request)) && !requests.some(saysMissing)
    ? [{ file, text }]
    : [];
});

describe('a paste that was cut off', () => {
  it('is tried in many formats', () => {
    expect(whole.length).toBeGreaterThan(10);
  });

  it.each(whole)('never shows a request without a token that it had: $file', { timeout: 60_000 }, ({ text }) => {
    const lines = text.split('\n');
    const cuts = lines.length > 120 ? 120 : lines.length;
    const wrong = Array.from({ length: cuts }, (_, at) => lines.slice(0, at + 1).join('\n')).filter((cut) =>
      requestsIn(cut).some(saysMissing),
    );
    expect(wrong.map((cut) => cut.split('\n').at(-1))).toEqual([]);
  });
});
