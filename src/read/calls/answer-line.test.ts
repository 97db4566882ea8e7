import { describe, expect, it } from 'vitest';
import type { Piece } from '../../model/incident.ts';
import { readText } from '../read.ts';

const CALL = 'GET https://api.powerbi.com/v1.0/myorg/groups';

const answersIn = (text: string): readonly Piece[] =>
  readText(text, 0)
    .map(({ piece }) => piece)
    .filter(({ kind }) => kind === 'response');

describe('a status with a word before it below a call', () => {
  it.each(['Response: 403 Forbidden', 'Status: 403', 'Status code = 403', 'Result -> 403', '\nError: 403 (Forbidden)'])(
    'is the answer: %j',
    (line) => {
      expect(answersIn(`${CALL}\n${line}\n`)).toMatchObject([{ status: 403 }]);
    },
  );

  it.each(['404 No HTTP resource was found that matches', '  404'])('is the answer without a word, too: %j', (line) => {
    expect(answersIn(`${CALL}\n${line}\n`)).toMatchObject([{ status: 404 }]);
  });

  it('leaves the code behind it to be read', () => {
    expect(answersIn(`${CALL}\n404 ItemNotFound\n`)[0]).toMatchObject({ status: 404 });
  });

  it.each(['404 rows', '404,1', '4040'])('is none where a number goes on: %j', (line) => {
    expect(answersIn(`${CALL}\n${line}\n`)).toEqual([]);
  });

  it('leaves the body behind it to be read', () => {
    expect(answersIn(`${CALL}\nError: 403 {"error":{"code":"TokenExpired"}}`)).toMatchObject([
      { status: 403 },
      { body: '{"error":{"code":"TokenExpired"}}' },
    ]);
  });

  it('is a header in a message', () => {
    const [answer] = answersIn('HTTP/1.1 401 Unauthorized\nStatus: 403 Forbidden\nDate: x\n\n');
    expect(answer).toMatchObject({ status: 401, headers: [{ name: 'Status' }, { name: 'Date' }] });
  });
});

describe('a status in the table of calls', () => {
  it.each([
    `GET,${CALL.slice(4)},403`,
    `GET;${CALL.slice(4)};403;12ms`,
    `| GET | ${CALL.slice(4)} | 403 |`,
    `${CALL.slice(4)},403,Forbidden`,
  ])('is the answer: %s', (line) => {
    expect(answersIn(`${line}\n`)).toMatchObject([{ status: 403 }]);
    expect(readText(line, 0)[0]?.piece).toMatchObject({ url: CALL.slice(4) });
  });
});
